package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PersonalDataController.Forget;
import dk.grundskema.domain.people.StudentId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Showing and letting go what plans know about people, for pages of those who administer an organisation. */
@Component
public class PersonalDataDesk {
    /** So many people are shown of those who may be meant. */
    public static final int SHOWN = 20;

    private static final String FILE = "person.json";

    private final PersonalDataController data;
    private final PeopleByName names;
    private final Plans plans;
    private final Audit audit;

    PersonalDataDesk(PersonalDataController data, PeopleByName names, Plans plans, Audit audit) {
        this.data = data;
        this.names = names;
        this.plans = plans;
        this.audit = audit;
    }

    /**
     * Those whom somebody who typed a name may mean.
     *
     * @param people  they, at most {@value #SHOWN}; empty means that plans know nobody like that
     * @param hasMore whether there are others
     */
    public record Meant(List<Namesake> people, boolean hasMore) {
        /** Copies the list. */
        public Meant {
            people = List.copyOf(people);
        }
    }

    /**
     * Everything about one person, as a file whose name says nothing of who it is about, if it is clear who is meant: there is but one, and nobody else
     * has that id. Otherwise those who may be meant; that their names were shown is noted. Students are found by name only by those who see
     * students' names, whatever else they may.
     *
     * @param typed a name or a part of it, or the id that plans know the person by; nothing around it
     * @return empty if the file was written
     */
    public Optional<Meant> give(
            OrganisationId organisation, String typed, Caller caller, HttpServletResponse response) {
        boolean seesStudents = caller.permissions(organisation).contains(Permission.READ_STUDENTS);
        List<Namesake> found = names.find(organisation, typed, seesStudents);
        if (found.size() == 1 && found.getFirst().others().isEmpty()) {
            send(organisation, found.getFirst().id(), caller, response);
            return Optional.empty();
        }
        if (found.isEmpty() && data.isKnownBeside(organisation, typed)) {
            send(organisation, typed, caller, response);
            return Optional.empty();
        }
        List<Namesake> shown = found.stream().limit(SHOWN).toList();
        List<StudentId> ids = shown.stream().map(one -> new StudentId(one.id())).toList();
        audit.seen(caller.account(), organisation, "audit.person-found", ids);
        return Optional.of(new Meant(shown, found.size() > shown.size()));
    }

    private void send(OrganisationId organisation, String person, Caller caller, HttpServletResponse response) {
        data.write(organisation, new StudentId(person), caller, () -> {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(FILE).build().toString());
            return PersonalDataController.out(response);
        });
    }

    /**
     * Makes students and staff numbers, for good, in all revisions of plans that ended before a date.
     *
     * @return the titles of the plans that named people before
     * @throws dk.grundskema.api.server.platform.Refusal 422 if the date is after today
     */
    public List<String> forget(OrganisationId organisation, LocalDate endedBefore, Caller caller) {
        return data.forget(organisation, new Forget(endedBefore), caller).plans().stream()
                .flatMap(id -> plans.find(id).stream())
                .map(Plan::title)
                .toList();
    }
}
