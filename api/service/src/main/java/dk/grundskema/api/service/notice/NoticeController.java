package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.PublicationMailStatus;
import dk.grundskema.api.service.publish.PublicationMailStatus.PublicationMailCounts;
import dk.grundskema.domain.people.StaffId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on the state of mails and on the caller's choice. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Notices")
final class NoticeController {
    private final PublicationMailStatus status;
    private final NoticeChoiceRepository choices;

    NoticeController(PublicationMailStatus status, NoticeChoiceRepository choices) {
        this.status = status;
        this.choices = choices;
    }

    /**
     * What became of the mails about a publication: how many of which sort.
     *
     * @param offered        whether this service sends any
     * @param ready          whether it is worked out by now who is to get one
     * @param waiting        are to be sent, those that are just being sent too
     * @param sent           the mail server has taken
     * @param uncertain      the mail server may have or not, for the service or the connection broke off; they aren't sent again, so tell these people
     *                       otherwise if it matters
     * @param failed         couldn't be sent: the mail server refused them, or took none for a day
     * @param joined         waited until something else was published, and are told with that
     * @param declined       weren't sent to people who want none
     * @param withoutAddress weren't sent for want of an address
     * @param dropped        weren't sent since nothing was left to tell, or the person's link was revoked
     */
    record NoticesView(
            boolean offered,
            boolean ready,
            int waiting,
            int sent,
            int uncertain,
            int failed,
            int joined,
            int declined,
            int withoutAddress,
            int dropped) {}

    /** @param number counts the plan's publications, from 1 */
    @GetMapping("/plans/{plan}/publications/{number}/notices")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getNotices", summary = "What became of the mails about a publication, in numbers.")
    NoticesView mailCounts(@PathVariable PlanId plan, @PathVariable int number) {
        PublicationMailCounts counts = status.countMails(plan, number);
        return new NoticesView(
                status.isOffered(),
                counts.isReady(),
                counts.waiting(),
                counts.sent(),
                counts.uncertain(),
                counts.failed(),
                counts.joined(),
                counts.declined(),
                counts.withoutAddress(),
                counts.dropped());
    }

    /**
     * Whether I get a mail when my next two weeks change in an organisation's plans.
     *
     * @param organisation id of the organisation
     * @param staffId      who I am in its plans
     * @param wanted       whether I do
     */
    record OwnNoticeView(OrganisationId organisation, StaffId staffId, boolean wanted) {
        /** Returns only the organisation. */
        @Override
        public String toString() {
            return organisation.value();
        }
    }

    /**
     * Where I get mails when my next two weeks change.
     *
     * @param offered whether this service sends any
     * @param items   one for each organisation in whose plans I am a member of staff
     */
    record OwnNoticesView(boolean offered, List<OwnNoticeView> items) {}

    /**
     * What I want from now on, wherever I am a member of staff.
     *
     * @param wanted whether I get mails
     */
    record NoticesChange(boolean wanted) {}

    @GetMapping("/me/notices")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "getMyNotices", summary = "Whether I get a mail when my next two weeks change.")
    OwnNoticesView ownNotices(Caller caller) {
        Set<Caller.OwnStaff> own = caller.ownStaff();
        Set<Caller.OwnStaff> declined = choices.findDeclined(own);
        return new OwnNoticesView(
                status.isOffered(),
                own.stream()
                        .map(one -> new OwnNoticeView(one.organisation(), one.staff(), !declined.contains(one)))
                        .sorted(Comparator.comparing((OwnNoticeView one) ->
                                        one.organisation().value())
                                .thenComparing(OwnNoticeView::staffId))
                        .toList());
    }

    @PutMapping("/me/notices")
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "changeMyNotices", summary = "Choose whether I get a mail when my next two weeks change.")
    OwnNoticesView changeOwnNotices(@RequestBody NoticesChange change, Caller caller) {
        choices.setWanted(caller.ownStaff(), change.wanted());
        return ownNotices(caller);
    }
}
