-- SPDX-License-Identifier: GPL-3.0-or-later
-- The network that plugins/roads/README.md describes, laid out in PostGIS from tables roads (id, geom, usable, classified)
-- and settlements (id, geom, asked). Tolerances: 30 m at ends, 100 m from settlements.

-- Vertices with their measures; a line is one part of a road.
CREATE TABLE lines AS SELECT row_number() OVER (ORDER BY id, (d).path) AS line, id AS road, usable, classified, (d).geom AS geom
    FROM (SELECT id, usable, classified, ST_Dump(geom) AS d FROM roads) parts;
CREATE INDEX ON lines USING gist (geom);
CREATE TABLE vertices AS SELECT line, place, p, sum(step) OVER (PARTITION BY line ORDER BY place) AS measure FROM (
    SELECT line, place, p, coalesce(ST_Distance(p, lag(p) OVER (PARTITION BY line ORDER BY place)), 0) AS step FROM (
        SELECT line, (d).path[1] AS place, (d).geom AS p FROM (SELECT line, ST_DumpPoints(geom) AS d FROM lines) dumped) v) s;
CREATE TABLE bounds AS SELECT line, max(place) AS last, max(measure) AS length FROM vertices GROUP BY line;

-- Nodes: ends, and places where a vertex occurs more than once.
CREATE TABLE nodes AS SELECT row_number() OVER (ORDER BY ST_X(p), ST_Y(p)) AS node, p FROM (
    SELECT p FROM vertices v JOIN bounds b USING (line) GROUP BY p HAVING count(*) > 1 OR bool_or(place IN (1, last))) n;
CREATE INDEX ON nodes (p);
CREATE TABLE cuts AS SELECT v.line, v.measure, n.node, n.p FROM vertices v JOIN nodes n ON n.p = v.p;
CREATE INDEX ON cuts (line);
CREATE INDEX ON cuts (node);
CREATE SEQUENCE new_node;
SELECT setval('new_node', (SELECT max(node) FROM nodes));

-- The nearest place on a line: measure and position.
CREATE FUNCTION nearest(wanted bigint, at geometry) RETURNS TABLE (measure float8, place geometry, distance float8) LANGUAGE sql STABLE AS $$
    SELECT m, ST_SetSRID(ST_MakePoint(x, y), ST_SRID(at)), sqrt((x - ST_X(at)) ^ 2 + (y - ST_Y(at)) ^ 2) FROM (
        SELECT a.measure + t * (b.measure - a.measure) AS m, ST_X(a.p) + t * (ST_X(b.p) - ST_X(a.p)) AS x, ST_Y(a.p) + t * (ST_Y(b.p) - ST_Y(a.p)) AS y
        FROM vertices a JOIN vertices b ON b.line = a.line AND b.place = a.place + 1, LATERAL (SELECT greatest(0, least(1, coalesce(
            ((ST_X(at) - ST_X(a.p)) * (ST_X(b.p) - ST_X(a.p)) + (ST_Y(at) - ST_Y(a.p)) * (ST_Y(b.p) - ST_Y(a.p)))
            / nullif((ST_X(b.p) - ST_X(a.p)) ^ 2 + (ST_Y(b.p) - ST_Y(a.p)) ^ 2, 0), 0))) AS t) s
        WHERE a.line = wanted) places
    ORDER BY 3, 1 LIMIT 1 $$;
CREATE INDEX ON vertices (line, place);

-- Where settlements stand.
CREATE TABLE stops AS SELECT row_number() OVER (ORDER BY s.id, l.line) AS stop, s.id AS settlement, l.line, q.measure, q.place, q.distance, NULL::bigint AS node
    FROM settlements s JOIN lines l ON ST_DWithin(l.geom, s.geom, 100.001), LATERAL nearest(l.line, s.geom) q WHERE q.distance <= 100;
UPDATE stops t SET node = (SELECT c.node FROM cuts c WHERE c.line = t.line AND abs(c.measure - t.measure) <= 1e-9 * (1 + t.measure)
    ORDER BY ST_Distance(c.p, t.place) LIMIT 1);
CREATE TABLE splits AS SELECT stop, line, measure, nextval('new_node') AS node FROM stops WHERE node IS NULL;
UPDATE stops t SET node = s.node FROM splits s WHERE s.stop = t.stop;

-- Ends near other lines: joined at a node of that line that is as near along it, else at the nearest place.
CREATE TABLE ends AS SELECT DISTINCT c.node, c.p, c.line FROM cuts c JOIN bounds b USING (line) JOIN vertices v
    ON v.line = c.line AND v.p = c.p AND v.place IN (1, b.last);
CREATE TABLE near AS SELECT e.node, e.p, l.line, q.measure, q.place FROM (SELECT DISTINCT node, p FROM ends) e
    JOIN lines l ON ST_DWithin(l.geom, e.p, 30.001), LATERAL nearest(l.line, e.p) q
    WHERE q.distance <= 30 AND NOT EXISTS (SELECT 1 FROM cuts c WHERE c.line = l.line AND c.node = e.node AND abs(c.measure - q.measure) <= 1e-9 * (1 + q.measure))
    AND EXISTS (SELECT 1 FROM ends o WHERE o.node = e.node AND o.line <> l.line);
ALTER TABLE near ADD target bigint, ADD at geometry;
UPDATE near n SET (target, at) = (SELECT c.node, c.p FROM cuts c WHERE c.line = n.line AND abs(c.measure - n.measure) <= 30 + 1e-9 * (1 + n.measure)
    ORDER BY ST_Distance(c.p, n.place) LIMIT 1);
UPDATE near SET target = nextval('new_node'), at = place WHERE target IS NULL;
INSERT INTO splits SELECT NULL, line, measure, target FROM near WHERE target > (SELECT max(node) FROM nodes);

-- Pieces between neighbouring nodes of a line, and joints. What a metre costs to build: plugins/roads/paths.cpp.
CREATE TABLE edges AS SELECT row_number() OVER () AS id, source, target, length, open, work FROM (
    SELECT node AS source, lead(node) OVER w AS target, lead(measure) OVER w - measure AS length, usable AS open, NOT usable AS work
        FROM (SELECT line, measure, node FROM cuts UNION ALL SELECT line, measure, node FROM splits) c JOIN lines USING (line)
        WINDOW w AS (PARTITION BY line ORDER BY measure, node)
    UNION ALL SELECT n.node, n.target, ST_Distance(n.p, n.at), e.usable AND o.usable, false
        FROM near n JOIN ends x ON x.node = n.node AND x.line <> n.line JOIN lines e ON e.line = x.line JOIN lines o ON o.line = n.line) pieces
    WHERE target IS NOT NULL AND (source <> target OR length > 0);

-- The destination is node 0: classified lines, usable ones for nothing, the others for who builds the whole of them.
CREATE TABLE gates AS SELECT DISTINCT c.node, l.usable, CASE WHEN l.usable THEN 0 ELSE b.length END AS whole
    FROM (SELECT line, node FROM cuts UNION SELECT line, node FROM splits) c JOIN lines l USING (line) JOIN bounds b USING (line) WHERE l.classified;
CREATE TABLE ways AS
    SELECT id, source, target, length AS route, length * (1e-6 + CASE WHEN open THEN 0 WHEN work THEN 1 ELSE 1e-3 END) AS plan, open,
        CASE WHEN work THEN length ELSE 0 END AS build FROM edges
    UNION ALL SELECT (SELECT max(id) FROM edges) + row_number() OVER (), node, 0, 0, whole, usable, whole FROM gates;
