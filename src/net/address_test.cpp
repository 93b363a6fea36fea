// SPDX-License-Identifier: Apache-2.0
#include "net/address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>

namespace masudi::net {
namespace {

sockaddr_storage parsed(const std::string& text) {
  sockaddr_storage out{};
  sockaddr_in in4{};
  sockaddr_in6 in6{};
  if (inet_pton(AF_INET, text.c_str(), &in4.sin_addr) == 1) {
    in4.sin_family = AF_INET;
    std::memcpy(&out, &in4, sizeof in4);
  } else if (inet_pton(AF_INET6, text.c_str(), &in6.sin6_addr) == 1) {
    in6.sin6_family = AF_INET6;
    std::memcpy(&out, &in6, sizeof in6);
  }
  return out;
}

bool reaches_everyone(const std::string& text) {
  const sockaddr_storage address = parsed(text);
  return is_public(reinterpret_cast<const sockaddr&>(address));
}

TEST(Address, KnowsWhatIsPublic) {
  for (const char* text : {"93.184.216.34", "8.8.8.8", "172.15.255.255", "172.32.0.0", "100.63.0.1", "100.128.0.1",
                           "192.169.0.1", "223.255.255.254", "2a00:1450:4001::1", "2606:2800:220::5", "2001:4860::8888",
                           "64:ff9b::808:808", "2002:808:808::1"}) {
    EXPECT_TRUE(reaches_everyone(text)) << text;
  }
}

TEST(Address, KnowsWhatIsNot) {
  for (const char* text : {"0.0.0.0",
                           "10.1.2.3",
                           "100.64.0.1",
                           "127.0.0.1",
                           "127.9.9.9",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.168.1.1",
                           "198.18.0.1",
                           "224.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "fe80::1",
                           "fc00::1",
                           "fd12::1",
                           "ff02::1",
                           "::ffff:127.0.0.1",
                           "::ffff:8.8.8.8",
                           "::127.0.0.1",
                           "64:ff9b::7f00:1",
                           "64:ff9b::a00:1",
                           "2002:7f00:1::1",
                           "2002:c0a8:101::1",
                           "2001:db8::1",
                           "2001::1",
                           "3fff::1"}) {
    EXPECT_FALSE(reaches_everyone(text)) << text;
  }
  sockaddr_storage unix_socket{};
  unix_socket.ss_family = AF_UNIX;
  EXPECT_FALSE(is_public(reinterpret_cast<const sockaddr&>(unix_socket)));
}

TEST(Address, IsWrittenAsPeopleWriteIt) {
  for (const char* text : {"169.254.169.254", "2001:db8::1"}) {
    const sockaddr_storage address = parsed(text);
    EXPECT_EQ(to_string(reinterpret_cast<const sockaddr&>(address)), text);
  }
}

}  // namespace
}  // namespace masudi::net
