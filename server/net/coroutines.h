// SPDX-License-Identifier: GPL-3.0-or-later
// Asio's coroutines for the files of server/net, with what the compilers need to take them.
#pragma once

// g++ 12 takes the frames of Asio's coroutines, which bring their own operator new and delete, for a
// mismatch. (clang 14 cannot emit coroutines under -fsanitize=function; the asan preset leaves that part of
// `undefined` out.)
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace simrs {

namespace asio = boost::asio;

/// `const auto [ec, …] = co_await something(kTuple);`: errors come as values, nothing throws.
inline constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);

}  // namespace simrs
