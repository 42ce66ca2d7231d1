package dk.grundskema.api.service.timetable;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.timetable.Timetable;

/** Reads what was entered about meetings of a plan after they were to be held. */
public interface DeliverySource {
    /**
     * Returns the timetable with the records of meetings and dates that it contains, as ledgers, exports and views need it. Deliveries in the
     * timetable itself count where there is no record.
     */
    Timetable withEnteredDeliveries(PlanId plan, Timetable timetable);
}
