package dk.grundskema.api.service.change;

import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.change.ChangeItemBody.ChangeKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * The page on which a change of a plan from a moment on is asked for.
 *
 * @param plan       id of the plan
 * @param version    version of the plan that the page shows
 * @param now        moment of the change
 * @param first      first day of the plan
 * @param last       last day of the plan
 * @param rehearsed  whether the plan is over and treated as not yet begun
 * @param edited     whether the plan was edited since its timetable was made
 * @param included   whether each change takes in what was edited, since the timetable does not fit the edited problem; otherwise only one without anything else does
 * @param open       previews that can still be kept, the latest first
 * @param rows       things that change
 * @param choices    what there is to choose from
 * @param trouble    what is wrong with the change as a whole; empty if nothing
 * @param nowTrouble what is wrong with the moment; empty if nothing
 * @param done       what was just kept; empty if nothing
 * @param canUndo    whether that can be undone
 */
public record ChangeFormPage(
        String plan,
        long version,
        String now,
        LocalDate first,
        LocalDate last,
        boolean rehearsed,
        boolean edited,
        boolean included,
        List<OpenPreview> open,
        List<FormRow> rows,
        FormChoices choices,
        List<String> trouble,
        String nowTrouble,
        List<String> done,
        boolean canUndo) {
    /** Copies the lists. */
    public ChangeFormPage {
        open = List.copyOf(open);
        rows = List.copyOf(rows);
        trouble = List.copyOf(trouble);
        done = List.copyOf(done);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("changes").withStyle("interventions.css").withStyle("changes.css");
    }

    /**
     * A preview that can still be kept.
     *
     * @param id      id
     * @param date    date of the moment of the change
     * @param time    time of day of the moment
     * @param changes number of things that change
     * @param running whether it is still being planned
     */
    public record OpenPreview(String id, LocalDate date, LocalTime time, int changes, boolean running) {
        static OpenPreview of(StoredPreview stored) {
            return new OpenPreview(
                    stored.id(),
                    stored.now().toLocalDate(),
                    stored.now().toLocalTime(),
                    stored.changes(),
                    stored.state() == PreviewState.SEARCHING);
        }
    }

    /** Returns the kinds of change that can be added. */
    public List<String> kinds() {
        return ChangeKind.all().stream().map(ChangeKind::name).toList();
    }

    /** Returns the days of a week of the plan, from Monday to Sunday. */
    public List<LocalDate> week() {
        return first.datesUntil(first.plusWeeks(1)).toList();
    }

    /** Returns whether another row can be added. */
    public boolean canAdd() {
        return rows.size() < ChangeForm.MOST_ROWS;
    }

    /**
     * What there is to choose from.
     *
     * @param staff      staff members
     * @param rooms      rooms
     * @param students   students; empty unless a change is about one
     * @param groups     classes and given teams
     * @param joinable   what a student can join: these, and the groups that the plan formed
     * @param closedDays closed days to come
     * @param sites      sites
     * @param roomKinds  usual kinds of rooms
     * @param lessons    lessons of the existing timetable to come; empty unless a change is about one
     * @param subjects   subjects of lessons to come; empty unless a change is about one
     */
    public record FormChoices(
            List<FormOption> staff,
            List<FormOption> rooms,
            List<FormOption> students,
            List<FormOption> groups,
            List<FormOption> joinable,
            List<LocalDate> closedDays,
            List<FormOption> sites,
            List<FormOption> roomKinds,
            List<FormOption> lessons,
            List<FormOption> subjects) {
        /** Copies the lists. */
        public FormChoices {
            staff = List.copyOf(staff);
            rooms = List.copyOf(rooms);
            students = List.copyOf(students);
            groups = List.copyOf(groups);
            joinable = List.copyOf(joinable);
            closedDays = List.copyOf(closedDays);
            sites = List.copyOf(sites);
            roomKinds = List.copyOf(roomKinds);
            lessons = List.copyOf(lessons);
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * Something to choose.
     *
     * @param id   id
     * @param name name
     */
    public record FormOption(String id, String name) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * A row of the form.
     *
     * @param row      what was typed
     * @param troubles what is wrong with it, field by field
     */
    public record FormRow(ChangeForm.ChangeRow row, List<RowTrouble> troubles) {
        /** Copies the list. */
        public FormRow {
            troubles = List.copyOf(troubles);
        }

        /** Returns the kind. */
        public String kind() {
            return row.kind().name();
        }

        /** Returns whether its kind has a field. */
        public boolean has(String field) {
            return row.kind().has(field);
        }

        /** Returns what is wrong with the row as a whole; empty if nothing. */
        public String rowTrouble() {
            return troubleOf("");
        }

        /** Returns what is wrong with a field; empty if nothing. */
        public String troubleOf(String field) {
            return String.join(
                    " ",
                    troubles.stream()
                            .filter(one -> one.field().equals(field))
                            .map(RowTrouble::text)
                            .toList());
        }

        /** Returns what was typed into a field; empty if nothing. */
        public String typed(String field) {
            return row.text(field);
        }

        /** Returns whether a mark is set. */
        public boolean isMarked(String field) {
            return row.isMarked(field);
        }

        /** Returns the key of the label of its day. */
        public String dayLabel() {
            return switch (row.kind()) {
                case STUDENT_JOINS, STUDENT_LEAVES, STUDENT_MOVES -> "week";
                case STAFF_JOINS, ROOM_ADDED, LESSON_MOVES, SUBJECT_DROPPED -> "firstDay";
                case STAFF_AWAY, ROOM_GONE, DAY_CLOSED, DAY_OPENED, STAFF_HOURS -> "day";
            };
        }

        /** Returns the key of the label of its group. */
        public String groupLabel() {
            return row.kind() == ChangeKind.STUDENT_MOVES ? "group.new" : "group";
        }
    }

    /**
     * What is wrong with a field of a row.
     *
     * @param field name of the field; empty means the row as a whole
     * @param text  what is wrong
     */
    public record RowTrouble(String field, String text) {}
}
