package dk.grundskema.api.web.app.absences;

import java.time.LocalDate;
import java.util.List;

/**
 * The page on which it is entered who is away.
 *
 * @param plan    id of the plan
 * @param now     what the address says of when now is; empty means nothing
 * @param staff   who can be away
 * @param known   who is
 * @param first   first day of the plan
 * @param last    last day of the plan
 * @param typed   what was typed, or stands there before anything is
 * @param wrong   what is wrong with it, by field; empty means that nothing is
 */
public record AbsencesPage(
        String plan,
        String now,
        List<Person> staff,
        List<Known> known,
        LocalDate first,
        LocalDate last,
        Typed typed,
        List<Wrong> wrong) {
    /** Copies the lists. */
    public AbsencesPage {
        staff = List.copyOf(staff);
        known = List.copyOf(known);
        wrong = List.copyOf(wrong);
    }

    /**
     * Somebody of the staff.
     *
     * @param id   which
     * @param name what that one is called
     */
    public record Person(String id, String name) {
        /** The id alone. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * An absence that was entered.
     *
     * @param id    names it
     * @param name  who is away
     * @param from  first day
     * @param until last day
     */
    public record Known(String id, String name, LocalDate from, LocalDate until) {
        /** The id alone. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * What was typed into the form.
     *
     * @param staff id of who is away
     * @param from  first day
     * @param until last day
     */
    public record Typed(String staff, String from, String until) {}

    /**
     * What is wrong with a field.
     *
     * @param field its name
     * @param text  what is wrong, in words
     */
    public record Wrong(String field, String text) {}

    /** What is wrong with a field, in words; empty means nothing. */
    public String wrong(String field) {
        return wrong.stream()
                .filter(one -> one.field().equals(field))
                .map(Wrong::text)
                .findFirst()
                .orElse("");
    }

    /** Where an absence is looked at. */
    public String address(Known one) {
        return "/plans/%s/absences/%s%s".formatted(plan, one.id(), now.isEmpty() ? "" : "?now=" + now);
    }
}
