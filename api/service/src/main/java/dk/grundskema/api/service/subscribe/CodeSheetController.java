package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.calendar.TimetableCalendars;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.publish.PublishedPlan;
import dk.grundskema.api.service.publish.PublishedPlanCache;
import dk.grundskema.api.service.publish.PublishingAuditor;
import dk.grundskema.api.service.subscribe.CodeSheet.Card;
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

/** REST operation that returns the sheet with the codes of all staff. */
@RestController
@Tag(name = "Links")
final class CodeSheetController {
    private final PlanStore plans;
    private final PublicationRepository publications;
    private final PublishedPlanCache publishedPlanCache;
    private final LinkRepository links;
    private final PublishingAuditor publishingAuditor;
    private final LinkAddresses addresses;
    private final WebPageResponses webPageResponses;
    private final RequestTexts requestTexts;

    CodeSheetController(
            PlanStore plans,
            PublicationRepository publications,
            PublishedPlanCache publishedPlanCache,
            LinkRepository links,
            PublishingAuditor publishingAuditor,
            LinkAddresses addresses,
            WebPageResponses webPageResponses,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.publications = publications;
        this.publishedPlanCache = publishedPlanCache;
        this.links = links;
        this.publishingAuditor = publishingAuditor;
        this.addresses = addresses;
        this.webPageResponses = webPageResponses;
        this.requestTexts = requestTexts;
    }

    @GetMapping(path = "/api/v1/plans/{plan}/links/sheet", produces = MediaType.TEXT_HTML_VALUE)
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "getCodeSheet",
            summary = "A sheet to print and cut: for each of the staff a card with the QR code of the own calendar.")
    ResponseEntity<byte[]> sheet(@PathVariable PlanId plan, Caller caller) {
        Locale language = requestTexts.language();
        Plan found = plans.get(plan);
        String title = plans.familyTitle(found);
        CodeSheet sheet = publications
                .findLastOfFamily(plan)
                .map(publishedPlanCache::get)
                .map(shown -> new CodeSheet(shown.events().redactStudents(title), cards(shown, language)))
                .orElse(new CodeSheet(title, List.of()));
        publishingAuditor.auditSheet(caller.account(), found);
        return WebPageResponses.of(
                HttpStatus.OK, webPageResponses.pagesIn(language).renderCodeSheet(sheet));
    }

    /** Returns cards for the staff of a publication; staff members who left have none. */
    private List<Card> cards(PublishedPlan shown, Locale language) {
        TimetableCalendars events = shown.events();
        var there = new HashSet<>(events.owners());
        Language words = Language.of(language);
        return links.find(shown.publication().plan()).stream()
                .filter(link -> link.kind() == LinkKind.STAFF && link.revoked() == null && there.contains(link.owner()))
                .map(link -> new Card(events.ownerName(link.owner(), words), addresses.page(link)))
                .sorted(Comparator.comparing(Card::name, Collator.getInstance(language)))
                .toList();
    }
}
