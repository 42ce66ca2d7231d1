package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.PersonalDataController.Forget;
import dk.grundskema.domain.people.StudentId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Showing and letting go what plans know about people, for pages of those who administer an organisation. */
@Component
public class PersonalDataDesk {
    private static final String FILE = "person.json";

    private final PersonalDataController data;
    private final Plans plans;

    PersonalDataDesk(PersonalDataController data, Plans plans) {
        this.data = data;
        this.plans = plans;
    }

    /**
     * Everything about one person, as a file whose name says nothing of who it is about.
     *
     * @param person the id that plans know the person by
     * @throws dk.grundskema.api.server.platform.Refusal 404 if nothing is known about the person; nothing is written then
     */
    public void send(OrganisationId organisation, StudentId person, Caller caller, HttpServletResponse response) {
        data.write(organisation, person, caller, () -> {
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
