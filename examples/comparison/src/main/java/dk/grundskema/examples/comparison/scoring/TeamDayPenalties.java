package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.plugins.camp.Block;
import dk.grundskema.plugins.camp.Subject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Penalties for the adults that teams meet and the times of their subjects. */
final class TeamDayPenalties {
    private final CampPlan plan;
    private final List<HeldBlock> teams;
    private final List<HeldBlock> taught;

    TeamDayPenalties(CampPlan plan) {
        this.plan = plan;
        this.teams =
                plan.blocks().stream().filter(block -> block.team() != null).toList();
        this.taught = teams.stream()
                .filter(block -> block.block().kind() == Block.Kind.MODULE
                        && !block.meeting().subject().isEmpty())
                .toList();
    }

    /** Returns the number of different adults of each team, summed. */
    long differentAdults() {
        Set<List<Object>> faces = new HashSet<>();
        for (HeldBlock block : teams) {
            block.holders().forEach(person -> faces.add(List.of(teamOf(block), person)));
        }
        return faces.size();
    }

    /** Returns the number of different adults who teach a team a subject, summed. */
    long differentTeachers() {
        Set<List<Object>> teachers = new HashSet<>();
        for (HeldBlock block : taught) {
            block.holders()
                    .forEach(person ->
                            teachers.add(List.of(teamOf(block), block.meeting().subject(), person)));
        }
        return teachers.size();
    }

    /** Returns the number of familiar adults missing from those a team should know from its previous day. */
    long missingFamiliarAdults() {
        long cost = 0;
        for (SortedMap<LocalDate, Set<StaffId>> days : adultsOfDays().values()) {
            Set<StaffId> before = null;
            for (Set<StaffId> today : days.values()) {
                if (before != null) {
                    long known = today.stream().filter(before::contains).count();
                    cost += Math.max(0, plan.parameters().familiarStaff() - known);
                }
                before = today;
            }
        }
        return cost;
    }

    private Map<GroupId, SortedMap<LocalDate, Set<StaffId>>> adultsOfDays() {
        var days = new HashMap<GroupId, SortedMap<LocalDate, Set<StaffId>>>();
        for (HeldBlock block : teams) {
            days.computeIfAbsent(teamOf(block), any -> new TreeMap<>())
                    .computeIfAbsent(block.date(), any -> new HashSet<>())
                    .addAll(block.holders());
        }
        return days;
    }

    /** Returns the modules of demanding subjects from noon on. */
    long demandingAfternoons() {
        return taught.stream()
                .filter(block -> subjectOf(block).demanding())
                .filter(block -> !block.meeting().start().isBefore(LocalTime.NOON))
                .count();
    }

    /** Returns how often a team has a subject again in the same block of a day in one week. */
    long repeatedTimes() {
        var count = new HashMap<List<Object>, Integer>();
        taught.forEach(block -> count.merge(
                List.of(
                        teamOf(block),
                        block.meeting().subject(),
                        block.week(),
                        block.block().id()),
                1,
                Integer::sum));
        return count.values().stream().mapToInt(times -> times - 1).sum();
    }

    private static GroupId teamOf(HeldBlock block) {
        return Objects.requireNonNull(block.team());
    }

    private Subject subjectOf(HeldBlock block) {
        Optional<Subject> known = plan.parameters().subjects().stream()
                .filter(one -> one.id().equals(block.meeting().subject()))
                .findFirst();
        return known.orElseThrow();
    }
}
