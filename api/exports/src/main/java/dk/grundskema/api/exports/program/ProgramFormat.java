package dk.grundskema.api.exports.program;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Formats that other programs read. */
public enum ProgramFormat {
    /** aSc Timetables 2012 XML: one week, or a cycle of up to five. */
    ASC,
    /** Text files of Untis: timetable, lessons, lists and bell times; a timetable file for each week. */
    UNTIS,
    /** FET: a timetable whose activities are locked in time and place. */
    FET,
    /** A table with a row for each dated meeting, as text. */
    CSV,
    /** The same table as a workbook. */
    XLSX,
    /** The timetable by its schema, with numbers instead of ids of students. */
    JSON;

    /** Returns the name in commands and addresses: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format of a name; empty if there is none. */
    public static Optional<ProgramFormat> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
