package dk.grundskema.api.service.change;

import dk.grundskema.api.service.importing.ImportAnswers;
import dk.grundskema.domain.finding.Finding;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The form of a new timetable of the school as it was typed, without its files.
 *
 * @param now   moment of the change
 * @param from  first day of the new timetable; empty means the moment
 * @param given answers to questions about the files: those given on the page, and those that are to be forgotten
 */
record SchoolTimetableForm(String now, String from, ImportAnswers given) {
    /** Returns the form of a moment, with nothing typed. */
    static SchoolTimetableForm of(LocalDateTime now) {
        return new SchoolTimetableForm(now.toString(), "", ImportAnswers.parse(""));
    }

    /**
     * Returns the form of the fields of a request: {@code given} is a JSON list of the answers given so far, each {@code answer} and each {@code forget} one
     * answer.
     */
    static SchoolTimetableForm of(MultiValueMap<String, String> fields) {
        String earlier = text(fields, "given");
        String inner = earlier.length() > 1 ? earlier.substring(1, earlier.length() - 1) : "";
        String all = Stream.of(
                        List.of(inner),
                        fields.getOrDefault("answer", List.of()),
                        fields.getOrDefault("forget", List.of()))
                .flatMap(List::stream)
                .filter(one -> !one.isBlank())
                .collect(Collectors.joining(", ", "[", "]"));
        return new SchoolTimetableForm(text(fields, "now"), text(fields, "timetableFrom"), ImportAnswers.parse(all));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String typed = fields.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    /** Returns the typed moment; empty with a finding if it is none. */
    Optional<LocalDateTime> moment(List<Finding> wrong) {
        try {
            return Optional.of(LocalDateTime.parse(now));
        } catch (DateTimeParseException e) {
            wrong.add(Finding.error("plan-change.no-moment", "/now", now));
            return Optional.empty();
        }
    }

    /** Returns the typed first day; empty if there is none, with a finding if it is no date. */
    Optional<LocalDate> firstDay(List<Finding> wrong) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(from));
        } catch (DateTimeParseException e) {
            wrong.add(Finding.error("plan-change.no-date", "/timetableFrom", from));
            return Optional.empty();
        }
    }
}
