package dk.grundskema.api.cli;

import dk.grundskema.api.platform.Moments;
import dk.grundskema.api.platform.Nearest;
import dk.grundskema.api.platform.SpokenName;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Absence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who is away when, as it is typed, and collects what is wrong with it. */
final class AbsenceReading {
    private static final String BETWEEN = "..";

    private final List<Finding> findings = new ArrayList<>();

    /** From when until when, the end excluded. */
    private record Stretch(LocalDateTime from, LocalDateTime until) {}

    /** Everything that is wrong with what was read so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Somebody's absence, as far as it makes sense.
     *
     * @param problem whose staff may be meant; {@code null} if it can't be read
     * @param staff   an id, a name, or a first name that only one has
     * @param when    a day, or {@code FROM..TO} with days (the last included) or moments
     */
    Optional<Absence> absence(@Nullable Problem problem, String staff, String when) {
        Stretch stretch = stretch(when);
        StaffId who = problem == null ? null : who(problem, staff);
        return stretch == null || who == null
                ? Optional.empty()
                : Optional.of(new Absence(who, stretch.from(), stretch.until()));
    }

    private @Nullable StaffId who(Problem problem, String given) {
        String name = given.strip();
        List<StaffMember> meant = Stream.<java.util.function.Predicate<StaffMember>>of(
                        one -> one.id().value().equals(name),
                        one -> SpokenName.of(one.name()).equalsIgnoreCase(SpokenName.of(name)),
                        one -> SpokenName.first(one.name()).equalsIgnoreCase(name))
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
                            SpokenName.first(one.name()), one.name(), one.id().value()))
                    .toList();
            findings.add(Nearest.to(name, known)
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

    private @Nullable Stretch stretch(String given) {
        int middle = given.indexOf(BETWEEN);
        String first = middle < 0 ? given : given.substring(0, middle);
        String last = middle < 0 ? given : given.substring(middle + BETWEEN.length());
        LocalDateTime from = moment(first, false);
        LocalDateTime until = moment(last, true);
        if (from == null || until == null) {
            findings.add(Finding.error("replan.malformed-absence", "", given));
            return null;
        }
        if (!until.isAfter(from)) {
            findings.add(Finding.error("replan.ends-before-start", "", given));
            return null;
        }
        return new Stretch(from, until);
    }

    /** The moment from which the past is a fact; {@code null} if it makes no sense. */
    @Nullable
    LocalDateTime now(String given) {
        LocalDateTime now = moment(given, false);
        if (now == null) {
            findings.add(Finding.error("replan.malformed-now", "", given));
        }
        return now;
    }

    private static @Nullable LocalDateTime moment(String given, boolean isEnd) {
        String text = given.strip();
        try {
            if (text.length() > 10) {
                return Moments.dateTime(text.replace(' ', 'T'));
            }
            LocalDate date = Moments.date(text);
            return (isEnd ? date.plusDays(1) : date).atStartOfDay();
        } catch (DateTimeException | InvalidValueException e) {
            return null;
        }
    }
}
