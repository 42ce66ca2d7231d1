package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.time.Horizon;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether each day has one kind and each kind its days, and somebody is with those who sleep at the camp all day. */
final class DayKindChecks {
    private final CampFrame frame;
    private final Horizon horizon;
    private final List<DayKind> kinds;
    private final List<Finding> findings = new ArrayList<>();

    DayKindChecks(CampFrame frame, Horizon horizon) {
        this.frame = frame;
        this.horizon = horizon;
        this.kinds = frame.parameters().baseTimetable();
    }

    List<Finding> findings() {
        twice();
        Set<Integer> used = used();
        boolean isMeant =
                !frame.parameters().dayKinds().isEmpty() && !frame.days().isEmpty();
        for (int kind = 0; kind < kinds.size(); kind++) {
            datesOutside(kind);
            if (isMeant && !used.contains(kind)) {
                findings.add(Finding.warning("camp.base-timetable.day-kind-unused", place(kind), name(kind)));
            } else if (kinds.get(kind).blocks().isEmpty()) {
                findings.add(Finding.info("camp.base-timetable.rest-day", place(kind), name(kind)));
            }
        }
        alone();
        return findings;
    }

    private void twice() {
        Map<DayOfWeek, Integer> weekdays = new HashMap<>();
        Map<LocalDate, Integer> dates = new HashMap<>();
        Map<DayKind.Occasion, Integer> occasions = new HashMap<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (DayOfWeek weekday : kinds.get(kind).weekdays()) {
                twice("weekday-twice", "/weekdays", kind, weekday, weekdays.putIfAbsent(weekday, kind));
            }
            for (LocalDate date : kinds.get(kind).dates()) {
                twice("date-twice", "/dates", kind, date, dates.putIfAbsent(date, kind));
            }
            DayKind.Occasion occasion = kinds.get(kind).occasion();
            if (occasion != null) {
                twice("occasion-twice", "/occasion", kind, occasion, occasions.putIfAbsent(occasion, kind));
            }
        }
    }

    private void twice(String code, String component, int kind, Object day, @Nullable Integer other) {
        if (other != null) {
            findings.add(Finding.error(
                    "camp.base-timetable." + code, place(kind) + component, day, name(other), name(kind)));
        }
    }

    private void datesOutside(int kind) {
        for (LocalDate date : kinds.get(kind).dates()) {
            if (!frame.isWithin(date)) {
                findings.add(Finding.warning(
                        "camp.base-timetable.date-outside",
                        place(kind) + "/dates",
                        date,
                        name(kind),
                        frame.firstDay(),
                        frame.lastDay()));
            }
        }
    }

    /** Kinds that some day is of, rest days too. */
    private Set<Integer> used() {
        Set<Integer> used = new HashSet<>();
        frame.weeks().stream()
                .flatMap(week -> List.of(DayOfWeek.values()).stream().map(week::date))
                .filter(date -> frame.isWithin(date) && !horizon.isClosed(date))
                .forEach(date -> frame.kindOf(date).ifPresent(kind -> used.add(kinds.indexOf(kind))));
        return used;
    }

    /** On a day before or after a night together, the students are there from its first block to its last. */
    private void alone() {
        DayKind before = null;
        LocalDate yesterday = null;
        for (CampFrame.Day day : frame.days()) {
            boolean follows = before != null && day.date().minusDays(1).equals(yesterday);
            var night = follows && before != null ? nights(before) : List.<Block>of();
            if (!night.isEmpty() || !nights(day.kind()).isEmpty()) {
                alone(day.kind(), night);
            }
            before = day.kind();
            yesterday = day.date();
        }
    }

    private static List<Block> nights(DayKind kind) {
        return withStudents(kind).stream().filter(Block::endsNextDay).toList();
    }

    private static List<Block> withStudents(DayKind kind) {
        return kind.blocks().stream()
                .filter(Block::hasStudents)
                .sorted(Comparator.comparing(Block::start))
                .toList();
    }

    private void alone(DayKind kind, List<Block> nightBefore) {
        @Nullable
        LocalTime until = nightBefore.stream()
                .map(Block::end)
                .max(Comparator.naturalOrder())
                .orElse(null);
        for (Block block : withStudents(kind)) {
            if (until != null && until.isBefore(block.start())) {
                var finding = Finding.warning(
                        "camp.base-timetable.nobody-there",
                        place(kinds.indexOf(kind)) + "/blocks",
                        until,
                        block.start(),
                        frame.texts().day(kind));
                if (!findings.contains(finding)) {
                    findings.add(finding);
                }
            }
            until = until == null || block.endsNextDay() || block.end().isAfter(until) ? block.end() : until;
        }
    }

    private static String place(int kind) {
        return "/parameters/dayKinds/" + kind;
    }

    private String name(int kind) {
        return frame.texts().day(kinds.get(kind));
    }
}
