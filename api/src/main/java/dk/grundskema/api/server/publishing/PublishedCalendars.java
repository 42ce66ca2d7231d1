package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarEvents;
import dk.grundskema.api.calendar.EventIds;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.papers.PlanPapers;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the calendars of publications say, remembered of a few: all links of a plan ask for the same after each publication. */
@Component
final class PublishedCalendars {
    /** So many at most. */
    static final int REMEMBERED = 6;

    private final Documents documents;
    private final Naming naming;
    private final PluginHouse house;
    private final Speaking speaking;
    private final PublicationRows rows;
    private final Lately<List<Object>, Published> made = new Lately<>(REMEMBERED);

    PublishedCalendars(Documents documents, Naming naming, PluginHouse house, Speaking speaking, PublicationRows rows) {
        this.documents = documents;
        this.naming = naming;
        this.house = house;
        this.speaking = speaking;
        this.rows = rows;
    }

    /**
     * What the calendars of a publication say.
     *
     * @throws Refusal 409 if its problem can't be read with the plugins that are there
     */
    Published of(Publication one) {
        return made.get(key(one), fresh -> worked(one));
    }

    /**
     * What the calendars of a publication say; it is read from the database only if nobody has asked for it lately.
     *
     * @throws Refusal 404 if there is no such publication; 409 as above
     */
    Published of(PlanId plan, int number) {
        List<Object> key = rows.documents(plan, number)
                .<List<Object>>map(documents -> List.of(plan, number, documents.problem(), documents.timetable()))
                .orElseThrow(Refusal::notFound);
        return made.get(key, fresh -> worked(rows.find(plan, number).orElseThrow(Refusal::notFound)));
    }

    /** The same as {@link #of(Publication)}, if its problem can be read with the plugins that are there. */
    Optional<Published> ifReadable(Publication one) {
        try {
            return Optional.of(of(one));
        } catch (Refusal e) {
            if (e.status() == HttpStatus.CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Remembers one that was kept just now: all links of the plan will ask for it. */
    void remember(Published one) {
        made.put(key(one.publication()), one);
    }

    private static List<Object> key(Publication one) {
        return List.of(one.plan(), one.number(), one.problem(), one.timetable());
    }

    private Published worked(Publication one) {
        String secret = rows.secret(one.plan()).orElseThrow();
        return of(one, EventIds.secret(secret, rows.exceptions(one.plan(), one.number())));
    }

    /** The same of one that may never be kept. */
    Published of(Publication one, EventIds ids) {
        Kept.OfProblem problem = documents.problem(one.problem());
        Kept.OfTimetable timetable = documents.timetable(one.timetable());
        // What is called by words is so in the plan's language; calendars say the rest in the reader's.
        Texts texts = speaking.texts(problem.value().language().locale());
        var names = new Names(texts, problem.value(), naming.demands(problem), Names.OfStudents.NUMBERS);
        var papers = new PlanPapers(house, texts, problem.value(), names, naming.demands(problem));
        var events = new CalendarEvents(
                problem.value(), timetable.value(), papers.wording().called(one.title()), ids);
        return new Published(one.saying(events.discreet(one.note())), problem.value(), timetable.value(), ids, events);
    }
}
