// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "language/kernels.h"

namespace masudi::language {

// The widest row of features that the kernels take.
constexpr std::size_t kWidest = 512;

namespace portable {
extern const Kernels kKernels;
}
// Only where the processor has AVX2.
namespace avx2 {
extern const Kernels kKernels;
}
// Only where it has AVX-512 F, BW, VL, DQ and VNNI.
namespace avx512 {
extern const Kernels kKernels;
}

}  // namespace masudi::language
