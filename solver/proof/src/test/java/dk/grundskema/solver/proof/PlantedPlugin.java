package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A plugin whose parameters are sessions, so that tests generate any demand for which the independent checker has the rules of the core. */
final class PlantedPlugin implements InterventionPlugin<PlantedPlugin.Sessions> {
    /** @param sessions the sessions */
    record Sessions(List<Held> sessions) {}

    /**
     * A session. Those whose ids begin with the same word before a slash are a series: the same people take their seats.
     *
     * @param skill qualification of its staff; empty means none
     */
    record Held(String id, SiteId site, LocalDate date, LocalTime start, LocalTime end, int seats, String skill) {
        SessionId sessionId() {
            return new SessionId("planted/" + id);
        }

        MeetingTime time() {
            return MeetingTime.on(date, start, end);
        }

        private String series() {
            return id.replaceFirst("/.*", "");
        }
    }

    @Override
    public InterventionType type() {
        return new InterventionType("planted", 1, InterventionType.Category.SMALL_GROUP, "a test");
    }

    @Override
    public Class<Sessions> parameterType() {
        return Sessions.class;
    }

    @Override
    public List<Finding> validate(Intervention<Sessions> intervention, Problem problem) {
        return List.of();
    }

    @Override
    public Demand expand(Intervention<Sessions> intervention, Problem problem) {
        var sessions = new ArrayList<Session>();
        var seats = new ArrayList<Seat>();
        Map<String, List<SessionId>> series = new LinkedHashMap<>();
        for (Held held : intervention.parameters().sessions()) {
            series.computeIfAbsent(held.series(), any -> new ArrayList<>()).add(held.sessionId());
        }
        for (Held held : intervention.parameters().sessions()) {
            List<SessionId> together = Objects.requireNonNull(series.get(held.series()));
            sessions.add(Session.builder(held.sessionId(), intervention.id(), "module", held.id(), held.site())
                    .at(held.time())
                    .build());
            List<StaffId> candidates = problem.staff().stream()
                    .filter(person -> held.skill().isEmpty() || person.skills().contains(held.skill()))
                    .map(StaffMember::id)
                    .toList();
            boolean isFirst = together.getFirst().equals(held.sessionId());
            for (int i = 0; isFirst && i < held.seats(); i++) {
                seats.add(new Seat(
                        new SeatId(held.sessionId() + "#" + i), List.copyOf(together), i, "teacher", true, candidates));
            }
        }
        return new Demand(sessions, seats, List.of(), List.of(), List.of(), Map.of());
    }

    @Override
    public List<RuleType> ruleTypes() {
        return List.of();
    }

    @Override
    public List<Rule> rules(Intervention<Sessions> intervention, Problem problem, Demand demand) {
        return List.of();
    }

    @Override
    public List<Finding> precheck(Intervention<Sessions> intervention, Problem problem, Demand demand) {
        return List.of();
    }

    @Override
    public List<RuleViolation> check(Intervention<Sessions> intervention, Problem problem, Timetable timetable) {
        return List.of();
    }
}
