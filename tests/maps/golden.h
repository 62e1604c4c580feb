// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <gtest/gtest.h>

namespace cuntu::test {

/// How far a picture is from what it should be.
struct Difference {
    bool sameSize = true;
    double share = 0; ///< of pixels in which a channel differs by more than 8 of 255
    int blob = 0;     ///< pixels of the largest group of touching ones among them
    bool isSmall() const { return sameSize && share <= 0.001 && blob <= 12; }
};

Difference difference(const QImage &actual, const QImage &expected);

/// Compares @p actual with tests/golden/@p name.png. With UPDATE_EXPECTED=1 it becomes the expected one. On failure
/// both and their difference are written into one page under the build folder, which the message names.
::testing::AssertionResult matchesGolden(const QImage &actual, const QString &name);

} // namespace cuntu::test
