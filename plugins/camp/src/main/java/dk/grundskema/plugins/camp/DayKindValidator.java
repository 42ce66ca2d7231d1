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

/** Checks that each day has one kind and each kind has days, and that students who sleep at the camp are attended all day. */
final class DayKindValidator {
    private final CampContext context;
    private final Horizon horizon;
    private final List<DayKind> kinds;
    private final List<Finding> findings = new ArrayList<>();

    DayKindValidator(CampContext context, Horizon horizon) {
        this.context = context;
        this.horizon = horizon;
        this.kinds = context.parameters().baseTimetable();
    }

    List<Finding> findings() {
        reportAmbiguity();
        Set<Integer> used = usedKinds();
        boolean isMeant =
                !context.parameters().dayKinds().isEmpty() && !context.days().isEmpty();
        for (int kind = 0; kind < kinds.size(); kind++) {
            checkDatesOutside(kind);
            if (isMeant && !used.contains(kind)) {
                findings.add(Finding.warning("camp.base-timetable.day-kind-unused", pointer(kind), kindName(kind)));
            } else if (kinds.get(kind).blocks().isEmpty()) {
                findings.add(Finding.info("camp.base-timetable.rest-day", pointer(kind), kindName(kind)));
            }
        }
        checkUnattended();
        return findings;
    }

    private void reportAmbiguity() {
        Map<DayOfWeek, Integer> weekdays = new HashMap<>();
        Map<LocalDate, Integer> dates = new HashMap<>();
        Map<DayKind.Occasion, Integer> occasions = new HashMap<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (DayOfWeek weekday : kinds.get(kind).weekdays()) {
                reportAmbiguity("weekday-twice", "/weekdays", kind, weekday, weekdays.putIfAbsent(weekday, kind));
            }
            for (LocalDate date : kinds.get(kind).dates()) {
                reportAmbiguity("date-twice", "/dates", kind, date, dates.putIfAbsent(date, kind));
            }
            DayKind.Occasion occasion = kinds.get(kind).occasion();
            if (occasion != null) {
                reportAmbiguity("occasion-twice", "/occasion", kind, occasion, occasions.putIfAbsent(occasion, kind));
            }
        }
    }

    private void reportAmbiguity(String code, String component, int kind, Object day, @Nullable Integer other) {
        if (other != null) {
            findings.add(Finding.error(
                    "camp.base-timetable." + code, pointer(kind) + component, day, kindName(other), kindName(kind)));
        }
    }

    private void checkDatesOutside(int kind) {
        for (LocalDate date : kinds.get(kind).dates()) {
            if (!context.isWithin(date)) {
                findings.add(Finding.warning(
                        "camp.base-timetable.date-outside",
                        pointer(kind) + "/dates",
                        date,
                        kindName(kind),
                        context.firstDay(),
                        context.lastDay()));
            }
        }
    }

    /** Returns the indices of the kinds used by at least one day, including rest days. */
    private Set<Integer> usedKinds() {
        Set<Integer> used = new HashSet<>();
        context.weeks().stream()
                .flatMap(week -> List.of(DayOfWeek.values()).stream().map(week::date))
                .filter(date -> context.isWithin(date) && !horizon.isClosed(date))
                .forEach(date -> context.kindOf(date).ifPresent(kind -> used.add(kinds.indexOf(kind))));
        return used;
    }

    /** On a day before or after a shared night, the students are present from its first block to its last. */
    private void checkUnattended() {
        DayKind before = null;
        LocalDate yesterday = null;
        for (CampContext.CampDay day : context.days()) {
            boolean follows = before != null && day.date().minusDays(1).equals(yesterday);
            var night = follows && before != null ? nightBlocks(before) : List.<Block>of();
            if (!night.isEmpty() || !nightBlocks(day.kind()).isEmpty()) {
                checkUnattended(day.kind(), night);
            }
            before = day.kind();
            yesterday = day.date();
        }
    }

    private static List<Block> nightBlocks(DayKind kind) {
        return blocksWithStudents(kind).stream().filter(Block::endsNextDay).toList();
    }

    private static List<Block> blocksWithStudents(DayKind kind) {
        return kind.blocks().stream()
                .filter(Block::hasStudents)
                .sorted(Comparator.comparing(Block::start))
                .toList();
    }

    private void checkUnattended(DayKind kind, List<Block> nightBefore) {
        @Nullable
        LocalTime until = nightBefore.stream()
                .map(Block::end)
                .max(Comparator.naturalOrder())
                .orElse(null);
        for (Block block : blocksWithStudents(kind)) {
            if (until != null && until.isBefore(block.start())) {
                var finding = Finding.warning(
                        "camp.base-timetable.nobody-there",
                        pointer(kinds.indexOf(kind)) + "/blocks",
                        until,
                        block.start(),
                        context.texts().dayKindName(kind));
                if (!findings.contains(finding)) {
                    findings.add(finding);
                }
            }
            until = until == null || block.endsNextDay() || block.end().isAfter(until) ? block.end() : until;
        }
    }

    private static String pointer(int kind) {
        return "/parameters/dayKinds/" + kind;
    }

    private String kindName(int kind) {
        return context.texts().dayKindName(kinds.get(kind));
    }
}
