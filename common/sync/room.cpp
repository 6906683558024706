// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the room's library until its first file.
