export const about = {
  title: 'Come funziona',
}
