package dk.grundskema.api.cli.replan;

import dk.grundskema.api.documents.json.IsoDateParser;
import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.documents.problem.PersonNameFormatter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.repair.Absence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses absences as typed, and collects the errors in them. */
final class AbsenceParser {
    private static final String BETWEEN = "..";

    private final List<Finding> findings = new ArrayList<>();

    /** A period; the end is exclusive. */
    private record AbsencePeriod(LocalDateTime from, LocalDateTime until) {}

    /** Returns all errors found so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Parses an absence; empty if it is invalid.
     *
     * @param problem problem with the staff; {@code null} if it could not be read
     * @param staff   an id, a name, or an unambiguous first name
     * @param when    a day, or {@code FROM..TO} with days (the last inclusive) or times
     */
    Optional<Absence> parseAbsence(@Nullable Problem problem, String staff, String when) {
        AbsencePeriod stretch = parsePeriod(when);
        StaffId who = problem == null ? null : resolveStaff(problem, staff);
        return stretch == null || who == null
                ? Optional.empty()
                : Optional.of(new Absence(who, stretch.from(), stretch.until()));
    }

    private @Nullable StaffId resolveStaff(Problem problem, String given) {
        String name = given.strip();
        List<StaffMember> meant = Stream.<java.util.function.Predicate<StaffMember>>of(
                        one -> one.id().value().equals(name),
                        one -> PersonNameFormatter.format(one.name())
                                .equalsIgnoreCase(PersonNameFormatter.format(name)),
                        one -> PersonNameFormatter.firstName(one.name()).equalsIgnoreCase(name))
                .map(is -> problem.staff().stream().filter(is).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (meant.size() == 1) {
            return meant.getFirst().id();
        }
        if (meant.isEmpty()) {
            List<String> known = problem.staff().stream()
                    .flatMap(one -> Stream.of(
                            PersonNameFormatter.firstName(one.name()),
                            one.name(),
                            one.id().value()))
                    .toList();
            findings.add(SpellingSuggester.suggest(name, known)
                    .map(near -> Finding.error("replan.unknown-staff-near", "", name, near))
                    .orElseGet(() -> Finding.error("replan.unknown-staff", "", name)));
        } else {
            findings.add(Finding.error(
                    "replan.several-staff",
                    "",
                    name,
                    meant.stream()
                            .map(one -> one.name() + " (" + one.id() + ")")
                            .toList()));
        }
        return null;
    }

    private @Nullable AbsencePeriod parsePeriod(String given) {
        int middle = given.indexOf(BETWEEN);
        String first = middle < 0 ? given : given.substring(0, middle);
        String last = middle < 0 ? given : given.substring(middle + BETWEEN.length());
        LocalDateTime from = parseMoment(first, false);
        LocalDateTime until = parseMoment(last, true);
        if (from == null || until == null) {
            findings.add(Finding.error("replan.malformed-absence", "", given));
            return null;
        }
        if (!until.isAfter(from)) {
            findings.add(Finding.error("replan.ends-before-start", "", given));
            return null;
        }
        return new AbsencePeriod(from, until);
    }

    /** Parses the current time, before which the plan is fixed; {@code null} if it is invalid. */
    @Nullable
    LocalDateTime parseNow(String given) {
        LocalDateTime now = parseMoment(given, false);
        if (now == null) {
            findings.add(Finding.error("replan.malformed-now", "", given));
        }
        return now;
    }

    private static @Nullable LocalDateTime parseMoment(String given, boolean isEnd) {
        String text = given.strip();
        try {
            if (text.length() > 10) {
                return IsoDateParser.parseDateTime(text.replace(' ', 'T'));
            }
            LocalDate date = IsoDateParser.parseDate(text);
            return (isEnd ? date.plusDays(1) : date).atStartOfDay();
        } catch (DateTimeException | InvalidValueException e) {
            return null;
        }
    }
}
