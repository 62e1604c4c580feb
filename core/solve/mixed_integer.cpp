// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/mixed_integer.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr double k_tolerance = 1e-6;

QByteArray exact(double value)
{
    return QByteArray::number(value, 'g', 17);
}

char senseOf(const MixedInteger::Row &row)
{
    if (row.low == row.high) {
        return 'E';
    }
    return std::isfinite(row.low) ? 'G' : std::isfinite(row.high) ? 'L' : 'N';
}

void addColumns(const MixedInteger &problem, QByteArray &text)
{
    std::vector<std::vector<MixedInteger::Term>> down(problem.columns.size()); // `column` is the row here
    for (std::uint32_t row = 0; row < problem.rows.size(); ++row) {
        for (const MixedInteger::Term &term : problem.rows[row].terms) {
            down[term.column].push_back({row, term.factor});
        }
    }
    bool isInside = false;
    std::size_t marks = 0;
    const auto mark = [&](bool begins) {
        if (isInside != begins) {
            text += " M" + QByteArray::number(marks++) + (begins ? " 'MARKER' 'INTORG'\n" : " 'MARKER' 'INTEND'\n");
            isInside = begins;
        }
    };
    for (std::size_t column = 0; column < down.size(); ++column) {
        mark(problem.columns[column].isWhole);
        const QByteArray name = " c" + QByteArray::number(column);
        text += name + " cost " + exact(problem.columns[column].cost) + '\n';
        for (const MixedInteger::Term &term : down[column]) {
            text += name + " r" + QByteArray::number(term.column) + ' ' + exact(term.factor) + '\n';
        }
    }
    mark(false);
}

/// Both ends of every column, as readers do not agree on what is meant where one is missing.
void addBounds(const MixedInteger &problem, QByteArray &text)
{
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        const MixedInteger::Column &each = problem.columns[column];
        const QByteArray name = " B c" + QByteArray::number(column);
        if (each.low == each.high) {
            text += " FX" + name + ' ' + exact(each.low) + '\n';
            continue;
        }
        text += std::isfinite(each.low) ? " LO" + name + ' ' + exact(each.low) + '\n' : " MI" + name + '\n';
        text += std::isfinite(each.high) ? " UP" + name + ' ' + exact(each.high) + '\n' : " PL" + name + '\n';
    }
}

} // namespace

std::size_t MixedInteger::termCount() const
{
    std::size_t count = 0;
    for (const Row &row : rows) {
        count += row.terms.size();
    }
    return count;
}

double MixedInteger::costOf(std::span<const double> values) const
{
    double sum = constant;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        sum += columns[column].cost * values[column];
    }
    return sum;
}

bool MixedInteger::isKeptBy(std::span<const double> values) const
{
    if (values.size() != columns.size()) {
        return false;
    }
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const Column &each = columns[column];
        const double slack = k_tolerance * (1 + std::abs(values[column]));
        const bool isIn = values[column] >= each.low - slack && values[column] <= each.high + slack;
        if (!isIn || (each.isWhole && values[column] != std::round(values[column]))) {
            return false; // also what is no number
        }
    }
    return std::all_of(rows.begin(), rows.end(), [&](const Row &row) {
        double sum = 0;
        double size = 1;
        for (const Term &term : row.terms) {
            sum += term.factor * values[term.column];
            size += std::abs(term.factor * values[term.column]);
        }
        return sum >= row.low - k_tolerance * size && sum <= row.high + k_tolerance * size;
    });
}

QByteArray MixedInteger::toMps() const
{
    QByteArray text = "NAME problem FREE\nROWS\n N cost\n";
    QByteArray sides = "RHS\n";
    QByteArray ranges;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const char sense = senseOf(rows[row]);
        const QByteArray name = " r" + QByteArray::number(row);
        text += ' ' + QByteArray(1, sense) + name + '\n';
        if (sense != 'N') {
            sides += " S" + name + ' ' + exact(sense == 'L' ? rows[row].high : rows[row].low) + '\n';
        }
        if (sense == 'G' && std::isfinite(rows[row].high)) {
            ranges += " S" + name + ' ' + exact(rows[row].high - rows[row].low) + '\n';
        }
    }
    text += "COLUMNS\n";
    addColumns(*this, text);
    text += sides + (ranges.isEmpty() ? QByteArray() : "RANGES\n" + ranges) + "BOUNDS\n";
    addBounds(*this, text);
    return text + "ENDATA\n";
}

} // namespace cuntu
