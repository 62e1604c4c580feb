// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <initializer_list>

namespace cuntu {

/// True where @p path ends with one of @p endings, without case.
bool endsWithAny(const QString &path, std::initializer_list<const char *> endings);

/// True for 'PG:...', GDAL's way to name a PostGIS database.
bool isDatabaseAddress(const QString &file);

/// What @p file is called where people read it: a file's name; of a database its name only, for the address may hold a
/// password.
QString nameOfSource(const QString &file);

/// Says that @p file cannot be read, why, and what to do about it.
Error unreadableFile(const QString &file, const QString &sentence, const QString &advice);

/// The path under which GDAL opens @p file: the file itself; of an archive the part that is worth most, also in an
/// archive inside it; 'data.zip/county/lines.shp' names a part; a database's address as it is. NotFound, or Unreadable
/// with what is wrong: a folder, an empty file, an archive without anything to read.
Result<QString> pathOfSource(const QString &file);

} // namespace cuntu
