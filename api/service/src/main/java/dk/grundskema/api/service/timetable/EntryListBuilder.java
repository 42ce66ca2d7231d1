package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.service.timetable.EntryViews.EntryList;
import dk.grundskema.api.service.timetable.EntryViews.NamedView;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the entries of a timetable for one person, place or group. */
final class EntryListBuilder {
    private EntryListBuilder() {}

    /** Returns the entries of a staff member, from the perspective of that person, so that the other staff are listed as partners. */
    static EntryList staffEntries(
            TimetableViewProvider timetableViewProvider,
            ViewedTimetable viewedTimetable,
            String id,
            @Nullable IsoWeek week) {
        TimetableViews views = timetableViewProvider.views(viewedTimetable);
        NamedEntity<StaffId> person = findById(views.staff(), id);
        return EntryList.of(
                NamedView.of(person), week, views.ofPerson(person), viewedTimetable.students(), person.id());
    }

    /** Returns the cache key of a response about one person, place or group. */
    static List<Object> answerKey(String sort, String id, @Nullable IsoWeek week) {
        return week == null ? List.of(sort, id) : List.of(sort, id, week);
    }

    /**
     * Returns an entity by its id.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException 404 if it is not in the timetable
     */
    static <I extends Id> NamedEntity<I> findById(List<NamedEntity<I>> some, String id) {
        return some.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> TimetableParameters.notInTimetable(id));
    }
}
