package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.page.PageHead;
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
 * @param openSeats   number of required places that nobody has taken over yet, by id of the absence; 0 is left out
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
        Map<String, Integer> openSeats,
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

    /** Returns how many required places of an absence nobody has taken over yet. */
    public int openSeatsOf(EnteredAbsence one) {
        return openSeats.getOrDefault(one.id(), 0);
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
