// SPDX-License-Identifier: Apache-2.0
#include "net/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace masudi::net {
namespace {

struct Range4 {
  std::uint32_t first;
  int bits;
};
constexpr std::uint32_t quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}
constexpr Range4 kSpecial4[] = {
    {quad(0, 0, 0, 0), 8},                                    // this network
    {quad(10, 0, 0, 0), 8},                                   // private
    {quad(100, 64, 0, 0), 10},                                // shared by carriers
    {quad(127, 0, 0, 0), 8},                                  // loopback
    {quad(169, 254, 0, 0), 16},                               // link-local, where clouds keep their secrets
    {quad(172, 16, 0, 0), 12},                                // private
    {quad(192, 0, 0, 0), 24},                                 // protocol assignments
    {quad(192, 0, 2, 0), 24},                                 // documentation
    {quad(192, 88, 99, 0), 24},                               // relays from IPv6
    {quad(192, 168, 0, 0), 16},                               // private
    {quad(198, 18, 0, 0), 15},                                // measurements
    {quad(198, 51, 100, 0), 24}, {quad(203, 0, 113, 0), 24},  // documentation
    {quad(224, 0, 0, 0), 4},                                  // multicast
    {quad(240, 0, 0, 0), 4},                                  // reserved, broadcast
};

bool is_public4(std::uint32_t address) {
  for (const Range4& range : kSpecial4) {
    if ((address ^ range.first) >> (32 - range.bits) == 0) return false;
  }
  return true;
}

using Bytes6 = std::array<std::uint8_t, 16>;

std::uint32_t quad_at(const Bytes6& bytes, std::size_t at) {
  return quad(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool begins_with(const Bytes6& bytes, std::initializer_list<std::uint8_t> start) {
  return std::memcmp(bytes.data(), start.begin(), start.size()) == 0;
}

bool is_public6(const Bytes6& bytes) {
  if (begins_with(bytes, {0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) return is_public4(quad_at(bytes, 12));
  if (begins_with(bytes, {0x20, 0x02})) return is_public4(quad_at(bytes, 2));  // 6to4
  if ((bytes[0] & 0xE0) != 0x20) return false;                                 // global unicast is 2000::/3
  if (begins_with(bytes, {0x20, 0x01}) && bytes[2] < 2) return false;          // 2001::/23: Teredo and other protocols
  if (begins_with(bytes, {0x20, 0x01, 0x0d, 0xb8})) return false;              // documentation
  return !(begins_with(bytes, {0x3f, 0xff}) && bytes[2] < 0x10);               // documentation
}

}  // namespace

// IPv4 addresses wrapped as ::ffff:a.b.c.d are judged as what they are by is_public6's rule that all outside 2000::/3
// is special: a public one has no reason to come in that dress.
bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &address, sizeof in);
    return is_public4(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 in{};
  std::memcpy(&in, &address, sizeof in);
  Bytes6 bytes;
  std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
  return is_public6(bytes);
}

std::string to_string(const sockaddr& address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address.sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &address, sizeof in);
    inet_ntop(AF_INET, &in.sin_addr, text, sizeof text);
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 in{};
    std::memcpy(&in, &address, sizeof in);
    inet_ntop(AF_INET6, &in.sin6_addr, text, sizeof text);
  }
  return text;
}

}  // namespace masudi::net
