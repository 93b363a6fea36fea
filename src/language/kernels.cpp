// SPDX-License-Identifier: Apache-2.0
#include "language/kernels.h"

#include "language/kernels_kinds.h"

namespace masudi::language {
namespace {

#if defined(MASUDI_X86_KERNELS)
bool has_avx2() { return __builtin_cpu_supports("avx2"); }
bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vnni");
}
#endif

const Kernels& choose() {
  NamedKernels all[3];
  return *all[all_kernels(all) - 1].kernels;
}

}  // namespace

std::size_t all_kernels(NamedKernels out[3]) {
  std::size_t n = 0;
  out[n++] = {"portable", &portable::kKernels};
#if defined(MASUDI_X86_KERNELS)
  if (has_avx2()) out[n++] = {"avx2", &avx2::kKernels};
  if (has_avx512()) out[n++] = {"avx512", &avx512::kKernels};
#endif
  return n;
}

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace masudi::language
