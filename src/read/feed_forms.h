// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/feed.h"
#include "read/xml_tree.h"

namespace masudi::read {

// The forms of feeds, each for itself; read_feed() chooses. All take UTF-8.
Result<Feed> rss_feed(const XmlNode& root);   // rss, rdf:RDF
Result<Feed> atom_feed(const XmlNode& root);  // feed
Result<Feed> json_feed(const std::string& text);

}  // namespace masudi::read
