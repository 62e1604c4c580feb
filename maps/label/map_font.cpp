// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/label/map_font.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu {
namespace {

constexpr std::array k_families{"Noto Sans CJK SC", "Source Han Sans SC",  "Source Han Sans CN", "Noto Sans SC",
                                "Microsoft YaHei",  "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"};

QString installedFamily()
{
    for (const char *name : k_families) {
        if (QFontDatabase::hasFamily(QLatin1String(name))) {
            return QLatin1String(name);
        }
    }
    return QGuiApplication::font().family();
}

bool isIdeograph(QChar c)
{
    return (c >= QChar(0x3400) && c <= QChar(0x9FFF)) || c.isSurrogate() || (c >= QChar(0xF900) && c <= QChar(0xFAFF));
}

/// Marks that must not begin a line.
bool isClosing(QChar c)
{
    return QStringLiteral("，。、；：？！）》〉」』】〕’”…—·,.;:?!)]}%").contains(c);
}

/// Marks that must not end a line.
bool isOpening(QChar c)
{
    return QStringLiteral("（《〈「『【〔‘“([{").contains(c);
}

/// True when a line may end before position @p at.
bool mayBreak(const QString &text, qsizetype at)
{
    const QChar before = text[at - 1];
    const QChar after = text[at];
    if (after.isLowSurrogate() || isClosing(after) || isOpening(before)) {
        return false;
    }
    return before.isSpace() || isIdeograph(before) || isIdeograph(after) || isClosing(before);
}

} // namespace

bool canDrawText()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
}

QFont mapFont(double size_px, bool bold)
{
    QFont font(installedFamily());
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(size_px))));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

QSizeF labelSize(const QStringList &lines, const LabelLook &look)
{
    const QFontMetricsF metrics(look.font);
    double width = 0;
    for (const QString &line : lines) {
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    const double rim = 2 * look.haloWidth_px;
    // The em square with a little air; ascent and descent of CJK fonts leave half a line empty above and below.
    const double height = look.font.pixelSize() * 1.15 * static_cast<double>(lines.size());
    return {std::ceil(width + rim), std::ceil(height + rim)};
}

QStringList wrapped(const QString &text, int most)
{
    if (text.size() <= most || most < 2) {
        return {text};
    }
    const auto lineCount = (text.size() + most - 1) / most;
    const auto wanted =
        (text.size() + lineCount - 1) / lineCount; // lines of like length look better than a full one and a rest
    QStringList lines;
    qsizetype begin = 0;
    while (text.size() - begin > wanted) {
        qsizetype end = begin + wanted;
        for (qsizetype shift = 0; shift <= wanted; ++shift) {
            const qsizetype later = begin + wanted + shift;
            const qsizetype earlier = begin + wanted - shift;
            if (later < text.size() && mayBreak(text, later)) {
                end = later;
                break;
            }
            if (earlier > begin + 1 && mayBreak(text, earlier)) {
                end = earlier;
                break;
            }
            if (shift == wanted) {
                end = text.size(); // a single long word
            }
        }
        lines << text.mid(begin, end - begin).trimmed();
        begin = end;
    }
    if (begin < text.size()) {
        lines << text.mid(begin).trimmed();
    }
    return lines;
}

} // namespace cuntu
