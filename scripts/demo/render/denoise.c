#include <math.h>

static float gap2(const float *f, int i, int j) {
  float a = f[3 * i] - f[3 * j], b = f[3 * i + 1] - f[3 * j + 1], c = f[3 * i + 2] - f[3 * j + 2];
  return a * a + b * b + c * c;
}

/* Squared difference of the patches of half-width p around two pixels. */
static float patch_gap2(const float *guide, int width, int height, int p, int x, int y, int xx, int yy) {
  float d = 0;
  for (int py = -p; py <= p; py++) {
    int y1 = y + py, y2 = yy + py;
    if (y1 < 0 || y2 < 0 || y1 >= height || y2 >= height) continue;
    for (int px = -p; px <= p; px++) {
      int x1 = x + px, x2 = xx + px;
      if (x1 < 0 || x2 < 0 || x1 >= width || x2 >= width) continue;
      d += gap2(guide, y1 * width + x1, y2 * width + x2);
    }
  }
  return d;
}

/* Joint non-local means: guide is the filtered colour; normals, depth and albedo keep the edges.
   r and p are the half-widths of window and patch; h, sn, sd and sa the tolerances of each buffer. */
void nlm(const float *src, const float *guide, const float *normal, const float *depth, const float *albedo,
         float *out, int width, int height, int r, int p, float h, float sn, float sd, float sa) {
  float ih = 1.f / (h * h * (2 * p + 1) * (2 * p + 1) * 3);
  float in = 1.f / (sn * sn), id = 1.f / (sd * sd), ia = 1.f / (sa * sa);
#pragma omp parallel for schedule(dynamic, 8)
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      int i = y * width + x;
      float sum[3] = {0, 0, 0}, weights = 0;
      for (int yy = y - r; yy <= y + r; yy++) {
        if (yy < 0 || yy >= height) continue;
        for (int xx = x - r; xx <= x + r; xx++) {
          if (xx < 0 || xx >= width) continue;
          int j = yy * width + xx;
          float dd = (depth[i] - depth[j]) / (depth[i] + 1e-3f);
          float e = gap2(normal, i, j) * in + dd * dd * id + gap2(albedo, i, j) * ia;
          if (e > 6) continue;
          e += patch_gap2(guide, width, height, p, x, y, xx, yy) * ih;
          if (e > 8) continue;
          float w = expf(-e);
          for (int k = 0; k < 3; k++) sum[k] += w * src[3 * j + k];
          weights += w;
        }
      }
      for (int k = 0; k < 3; k++) out[3 * i + k] = sum[k] / weights;
    }
}
