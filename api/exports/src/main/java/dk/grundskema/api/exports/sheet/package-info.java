/** Timetables on paper: HTML and PDF sheets and the hours workbook. */
@NullMarked
package dk.grundskema.api.exports.sheet;

import org.jspecify.annotations.NullMarked;
