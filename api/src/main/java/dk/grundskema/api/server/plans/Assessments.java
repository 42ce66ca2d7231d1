package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.domain.fidelity.PlanFidelity;
import java.util.List;
import org.springframework.stereotype.Component;

/** What timetables give of all that is asked, worked out once for as long as somebody looks at them: several pages say it. */
@Component
public class Assessments {
    private static final int REMEMBERED = 20;

    private final PluginHouse house;
    private final Lately<List<String>, PlanFidelity> made = new Lately<>(REMEMBERED);

    Assessments(PluginHouse house) {
        this.house = house;
    }

    /** What a timetable gives of what a problem's interventions ask. */
    public PlanFidelity of(Kept.OfProblem problem, Kept.OfTimetable timetable) {
        return made.get(
                List.of(problem.hash(), timetable.hash()), fresh -> house.assess(problem.value(), timetable.value()));
    }
}
