// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"

#include <QBuffer>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace cuntu::test {
namespace {

constexpr int k_channelTolerance = 8;

bool differs(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) > k_channelTolerance || std::abs(qGreen(a) - qGreen(b)) > k_channelTolerance ||
           std::abs(qBlue(a) - qBlue(b)) > k_channelTolerance || std::abs(qAlpha(a) - qAlpha(b)) > k_channelTolerance;
}

QImage differenceImage(const QImage &actual, const QImage &expected)
{
    QImage result(actual.size(), QImage::Format_RGB32);
    for (int y = 0; y < result.height(); ++y) {
        for (int x = 0; x < result.width(); ++x) {
            const bool isDifferent = !expected.valid(x, y) || differs(actual.pixel(x, y), expected.pixel(x, y));
            result.setPixel(x, y, isDifferent ? qRgb(220, 0, 0) : qRgb(245, 245, 245));
        }
    }
    return result;
}

QByteArray embedded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return "<img style='border:1px solid #888' src='data:image/png;base64," + bytes.toBase64() + "'>";
}

QString writePage(const QImage &actual, const QImage &expected, const QString &name)
{
    const QDir folder(QStringLiteral(CUNTU_BINARY_DIR "/tests/golden"));
    folder.mkpath(QStringLiteral("."));
    const QString path = folder.filePath(name + QStringLiteral(".html"));
    QFile page(path);
    if (page.open(QIODevice::WriteOnly)) {
        page.write("<h1>" + name.toUtf8() + "</h1><p>expected, actual, difference</p>" + embedded(expected) + " " +
                   embedded(actual) + " " + embedded(differenceImage(actual, expected)));
    }
    return path;
}

int largestBlob(std::vector<bool> marked, int width, int height)
{
    int largest = 0;
    std::vector<int> open;
    for (int start = 0; start < width * height; ++start) {
        if (!marked[static_cast<std::size_t>(start)]) {
            continue;
        }
        int size = 0;
        open.push_back(start);
        marked[static_cast<std::size_t>(start)] = false;
        while (!open.empty()) {
            const int at = open.back();
            open.pop_back();
            ++size;
            for (int y = std::max(0, at / width - 1); y <= std::min(height - 1, at / width + 1); ++y) {
                for (int x = std::max(0, at % width - 1); x <= std::min(width - 1, at % width + 1); ++x) {
                    const int next = y * width + x;
                    if (marked[static_cast<std::size_t>(next)]) {
                        marked[static_cast<std::size_t>(next)] = false;
                        open.push_back(next);
                    }
                }
            }
        }
        largest = std::max(largest, size);
    }
    return largest;
}

} // namespace

Difference difference(const QImage &actual, const QImage &expected)
{
    Difference result;
    if (actual.size() != expected.size() || actual.isNull()) {
        result.sameSize = false;
        return result;
    }
    std::vector<bool> marked;
    int count = 0;
    for (int y = 0; y < actual.height(); ++y) {
        for (int x = 0; x < actual.width(); ++x) {
            marked.push_back(differs(actual.pixel(x, y), expected.pixel(x, y)));
            count += marked.back() ? 1 : 0;
        }
    }
    result.share = static_cast<double>(count) / (actual.width() * actual.height());
    result.blob = largestBlob(std::move(marked), actual.width(), actual.height());
    return result;
}

::testing::AssertionResult matchesGolden(const QImage &actual, const QString &name)
{
    const QString path = QStringLiteral(CUNTU_SOURCE_DIR "/tests/golden/%1.png").arg(name);
    if (qEnvironmentVariableIsSet("UPDATE_EXPECTED")) {
        return actual.convertToFormat(QImage::Format_RGB32).save(path)
                   ? ::testing::AssertionSuccess()
                   : ::testing::AssertionFailure() << "cannot write " << path.toStdString();
    }
    const QImage expected(path);
    const Difference found = difference(actual, expected);
    if (found.isSmall()) {
        return ::testing::AssertionSuccess();
    }
    return ::testing::AssertionFailure() << name.toStdString() << ": " << found.share * 100
                                         << " % of the pixels differ, the largest blob has " << found.blob << "; see "
                                         << writePage(actual, expected, name).toStdString();
}

} // namespace cuntu::test
