// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

struct sockaddr;

namespace masudi::net {

// Whether everyone on the internet could mean the same machine by this address: false for loopback, private,
// link-local, shared, multicast and reserved ranges, also where an IPv4 address of these is wrapped into an IPv6 one,
// and for what is no IP address. Source: the special-purpose registries of IANA (RFC 6890 and what updates it).
bool is_public(const sockaddr& address);

// "93.184.216.34", "2001:db8::1"; empty for what is no IP address.
std::string to_string(const sockaddr& address);

}  // namespace masudi::net
