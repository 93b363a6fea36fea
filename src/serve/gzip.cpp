// SPDX-License-Identifier: Apache-2.0
#include "serve/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace masudi::serve {

std::string gzip(std::string_view bytes) {
  constexpr int kLevel = 6, kWindow = 15 + 16;  // + 16: with the head of a gzip file
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  std::size_t left = bytes.size();
  int state = Z_OK;
  while (state == Z_OK) {
    const auto part = static_cast<uInt>(std::min<std::size_t>(left, std::numeric_limits<uInt>::max()));
    stream.avail_in = part;
    stream.avail_out =
        static_cast<uInt>(std::min<std::size_t>(out.size() - stream.total_out, std::numeric_limits<uInt>::max()));
    state = deflate(&stream, part == left ? Z_FINISH : Z_NO_FLUSH);
    left -= part - stream.avail_in;
  }
  out.resize(state == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace masudi::serve
