package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarEvents;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.CodeSheet;
import dk.grundskema.api.web.CodeSheet.Card;
import dk.grundskema.domain.people.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The sheet of all staff's codes, over REST. */
@RestController
@Tag(name = "Links")
final class CodeSheetController {
    private final Plans plans;
    private final PublicationRows publications;
    private final PublishedCalendars calendars;
    private final Links links;
    private final PublishingNoted noted;
    private final LinkAddresses addresses;
    private final WebAnswers answers;
    private final Speaking speaking;

    CodeSheetController(
            Plans plans,
            PublicationRows publications,
            PublishedCalendars calendars,
            Links links,
            PublishingNoted noted,
            LinkAddresses addresses,
            WebAnswers answers,
            Speaking speaking) {
        this.plans = plans;
        this.publications = publications;
        this.calendars = calendars;
        this.links = links;
        this.noted = noted;
        this.addresses = addresses;
        this.answers = answers;
        this.speaking = speaking;
    }

    @GetMapping(path = "/api/v1/plans/{plan}/links/sheet", produces = MediaType.TEXT_HTML_VALUE)
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "getCodeSheet",
            summary = "A sheet to print and cut: for each of the staff a card with the QR code of the own calendar.")
    ResponseEntity<byte[]> sheet(@PathVariable PlanId plan, Caller caller) {
        Locale language = speaking.language();
        Plan found = plans.get(plan);
        String title = found.title();
        CodeSheet sheet = publications
                .last(plan)
                .map(last -> calendars.of(last).events())
                .map(events -> new CodeSheet(events.discreet(title), cards(plan, events, language)))
                .orElse(new CodeSheet(title, List.of()));
        noted.sheet(caller.account(), found);
        return WebAnswers.of(HttpStatus.OK, answers.in(language).codes(sheet));
    }

    /** Those of the plan now; who has left it has no card. */
    private List<Card> cards(PlanId plan, CalendarEvents events, Locale language) {
        var there = new HashSet<>(events.owners());
        Language words = Language.of(language);
        return links.of(plan).stream()
                .filter(link -> link.kind() == LinkKind.STAFF && link.revoked() == null && there.contains(link.owner()))
                .map(link -> new Card(events.name(link.owner(), words), addresses.page(link)))
                .sorted(Comparator.comparing(Card::name, Collator.getInstance(language)))
                .toList();
    }
}
