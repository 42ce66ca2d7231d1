/** Timetables on paper: HTML and PDF sheets, with the hours workbook beside them. */
@NullMarked
package dk.grundskema.api.exports.sheet;

import org.jspecify.annotations.NullMarked;
