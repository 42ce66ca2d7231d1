package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.plan.history.PlanStatusView.VacantSeatView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The page on which absences are recorded.
 *
 * @param plan        id of the plan
 * @param now         value of the parameter {@code now} in the address; empty if absent
 * @param staff       staff members to choose from
 * @param known       recorded absences
 * @param openSeats   open places by id of the absence; left out where there are none
 * @param first       first day of the plan
 * @param last        last day of the plan
 * @param form        typed or default values
 * @param fieldErrors errors by field; empty if valid
 */
public record AbsenceListPage(
        String plan,
        String now,
        List<StaffMemberOption> staff,
        List<EnteredAbsence> known,
        Map<String, OpenPlaces> openSeats,
        LocalDate first,
        LocalDate last,
        AbsenceFormEntry form,
        List<FieldError> fieldErrors) {
    /** Copies the lists. */
    public AbsenceListPage {
        staff = List.copyOf(staff);
        known = List.copyOf(known);
        openSeats = Map.copyOf(openSeats);
        fieldErrors = List.copyOf(fieldErrors);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("absences").withStyle("absences.css");
    }

    /** Returns the open places of an absence. */
    public OpenPlaces openSeatsOf(EnteredAbsence one) {
        return openSeats.getOrDefault(one.id(), OpenPlaces.NONE);
    }

    /**
     * Required places that are open because of an absence, or on its days.
     *
     * @param toGiveAway number of places that the absent person still has
     * @param onDays     number of places of the plan that nobody has on those days
     */
    public record OpenPlaces(int toGiveAway, int onDays) {
        /** No open places. */
        static final OpenPlaces NONE = new OpenPlaces(0, 0);

        /**
         * Counts the places of an absence.
         *
         * @param vacant the open places of the plan
         */
        static OpenPlaces of(EnteredAbsence away, int toGiveAway, List<VacantSeatView> vacant) {
            return new OpenPlaces(toGiveAway, (int) vacant.stream()
                    .filter(seat -> seat.isOpenWithin(away.from(), away.until()))
                    .count());
        }
    }

    /**
     * A staff member.
     *
     * @param id   id
     * @param name name
     */
    public record StaffMemberOption(String id, String name) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * A recorded absence.
     *
     * @param id    id
     * @param name  name of the staff member
     * @param from  first day
     * @param until last day
     */
    public record EnteredAbsence(String id, String name, LocalDate from, LocalDate until) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Values of the form.
     *
     * @param staff id of the staff member
     * @param from  first day
     * @param until last day
     */
    public record AbsenceFormEntry(String staff, String from, String until) {}

    /**
     * An error of a field.
     *
     * @param field name of the field
     * @param text  message
     */
    public record FieldError(String field, String text) {}

    /** Returns the message for a field; empty if valid. */
    public String errorOf(String field) {
        return fieldErrors.stream()
                .filter(one -> one.field().equals(field))
                .map(FieldError::text)
                .findFirst()
                .orElse("");
    }

    /** Returns the address of the page of an absence. */
    public String address(EnteredAbsence one) {
        return "/plans/%s/absences/%s%s".formatted(plan, one.id(), now.isEmpty() ? "" : "?now=" + now);
    }
}
