// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "serve/exchange.h"
#include "serve/watcher.h"

namespace masudi::serve {

// Tells of every change of the record as a server-sent event
// (https://html.spec.whatwg.org/multipage/server-sent-events.html), with a comment now and then so that both ends
// notice a broken line. `last`: the revision that the listener knows; where it is another than today's, he is told at
// once. True: the server ends; false: the listener is gone.
bool stream_changes(Watcher& watcher, const std::string& last, const Write& write);

}  // namespace masudi::serve
