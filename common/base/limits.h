// SPDX-License-Identifier: GPL-3.0-or-later
// A number on everything. Sizes in bytes, times in milliseconds.
#pragma once

#include <cstdint>

namespace simrs::limits {

// Frames: what a connection may announce, by its state. The length is checked before a byte of it is
// buffered.
inline constexpr std::uint32_t kFrameNewBytes = 4 * 1024;
inline constexpr std::uint32_t kFrameGreetedBytes = 16 * 1024;
inline constexpr std::uint32_t kFrameActiveBytes = 1024 * 1024;
/// What a client accepts from a server.
inline constexpr std::uint32_t kFrameReplyBytes = 8 * 1024 * 1024;

// Decoder.
inline constexpr int kNestingDepth = 16;
inline constexpr int kListElements = 20'000;
inline constexpr int kTextBytes = 256 * 1024;

// Deadlines.
inline constexpr int kHandshakeMs = 10'000;
inline constexpr int kGreetingMs = 10'000;
inline constexpr int kLoginMs = 300'000;
inline constexpr int kIdleMs = 90'000;
inline constexpr int kPingMs = 30'000;
inline constexpr int kAnswerMs = 3'000;
inline constexpr int kStatementMs = 10'000;
inline constexpr int kDrainMs = 20'000;

// Queues.
inline constexpr int kWorkerQueue = 4096;
inline constexpr int kSessionInFlight = 64;
inline constexpr int kSessionSendQueue = 256;
inline constexpr int kSessions = 5000;
inline constexpr int kSubscriptionsPerSession = 32;
inline constexpr int kWriteAttempts = 8;

// Pages.
inline constexpr int kSearchCandidates = 200;
inline constexpr int kSearchShown = 50;
inline constexpr int kSimilarShown = 12;
inline constexpr int kListRows = 2000;

// Free text of a professional, in characters.
inline constexpr int kNoteChars = 16'000;

// Log-in.
inline constexpr int kLoginAttempts = 5;
inline constexpr int kLoginBlockMs = 60'000;
inline constexpr int kPasswordMin = 8;
inline constexpr int kPasswordMax = 128;
inline constexpr std::int64_t kSessionHours = 12;

}  // namespace simrs::limits
