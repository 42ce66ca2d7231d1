package dk.grundskema.api.service.timetable;

import dk.grundskema.api.planning.PlanNameResolver.StudentNaming;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.history.AbsentSeatReader;
import dk.grundskema.api.service.plan.history.CrossPlanFaultReader;
import dk.grundskema.api.service.plan.history.PlanFaultCache;
import dk.grundskema.api.service.timetable.PlanTimetableReader.VisibleTimetable;
import org.springframework.stereotype.Component;

/** Reads what a timetable page says at meetings. */
@Component
class MeetingMarksReader {
    private final TimetableViewProvider timetableViewProvider;
    private final PlanFaultCache faults;
    private final CrossPlanFaultReader crossPlanFaults;
    private final AbsentSeatReader absentSeats;
    private final PlanStore plans;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;

    MeetingMarksReader(
            TimetableViewProvider timetableViewProvider,
            PlanFaultCache faults,
            CrossPlanFaultReader crossPlanFaults,
            AbsentSeatReader absentSeats,
            PlanStore plans,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.timetableViewProvider = timetableViewProvider;
        this.faults = faults;
        this.crossPlanFaults = crossPlanFaults;
        this.absentSeats = absentSeats;
        this.plans = plans;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /**
     * Returns the marks of a plan's current timetable.
     *
     * @param visible  the timetable as the caller sees it
     * @param selected key of the fault that the caller looks for; empty if none
     */
    MeetingMarks read(VisibleTimetable visible, String selected, Caller caller) {
        ViewedTimetable viewed = timetableViewProvider.resolve(
                visible.plan(), visible.hasNames() ? StudentNaming.NAMES : StudentNaming.NUMBERS);
        if (viewed.problem().isPartlyUnread()) {
            return MeetingMarks.none(); // rules of a missing plugin cannot be checked
        }
        Revision head = plans.revision(viewed.plan().head());
        var names = nameResolverFactory
                .names(viewed.problem(), viewed.students())
                .withTimetable(viewed.timetable().value());
        return new MeetingMarks(
                viewed.plan().id().value(),
                faults.find(viewed.problem(), viewed.timetable()).and(crossPlanFaults.find(head)),
                requestTexts.texts().withNames(names),
                session -> nameResolverFactory
                        .numberedIds(viewed.problem(), viewed.timetable())
                        .of(session),
                selected,
                absentSeats.find(head).size(),
                caller.permissionsIn(viewed.plan().organisation()).contains(Permission.EDIT));
    }
}
