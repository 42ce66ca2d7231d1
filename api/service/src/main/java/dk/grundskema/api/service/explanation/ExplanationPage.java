package dk.grundskema.api.service.explanation;

import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.planning.explanation.CheckedRule.Aspect;
import dk.grundskema.api.planning.explanation.ExplainedMeeting;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.explanation.ExplanationViews.CheckedRuleView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplainedCandidateView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplainedSeatView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplanationView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Model of the page that explains a meeting.
 *
 * @param back        address of the timetable
 * @param session     id of the session in the address of the page
 * @param isTried     whether it was tried what would help
 * @param explanation the explanation
 */
record ExplanationPage(String back, String session, boolean isTried, ExplanationView explanation) {
    /** Returns the head of the page. */
    PageHead head() {
        return PageHead.ofText("why.title").withStyle("hand.css");
    }

    /** Returns when and where the meeting is, in words. */
    public String when(TemplateTexts texts) {
        LocalDate first = explanation.dates().getFirst();
        String time = texts.time(explanation.start()) + "–" + texts.time(explanation.end());
        int more = explanation.dates().size() - 1;
        String when = more == 0
                ? texts.text("why.when", texts.date(first), time)
                : texts.text("why.when.more", texts.date(first), time, more);
        return explanation.place().isEmpty() ? when : when + " · " + explanation.place();
    }

    /** Returns the address of the page with what would help. */
    public String remediesAddress() {
        return back + "/why?remedies=true&session=" + URLEncoder.encode(session, StandardCharsets.UTF_8);
    }

    /** Returns whether something could be tried: something speaks against somebody, or nobody may take an open seat. */
    public boolean canBeTried() {
        return explanation.seats().stream()
                .anyMatch(seat -> !unfit(seat).isEmpty()
                        || (seat.staffId() == null && seat.candidates().isEmpty()));
    }

    /** Returns the name of a candidate, and what the wishes would cost if that is known. */
    public String withCost(TemplateTexts texts, ExplainedCandidateView candidate) {
        Long cost = candidate.cost();
        if (cost == null) {
            return candidate.name();
        }
        return cost == 0
                ? texts.text("why.free.same", candidate.name())
                : texts.text(cost < 0 ? "why.free.less" : "why.free.more", candidate.name(), Math.abs(cost));
    }

    /** Returns how many other times or rooms are shown at most. */
    public int mostOthers() {
        return ExplainedMeeting.MOST;
    }

    /** Returns the rules on the time. */
    public List<CheckedRuleView> ofTime() {
        return explanation.rulesOn(Aspect.TIME);
    }

    /** Returns the rules on the room. */
    public List<CheckedRuleView> ofRoom() {
        return explanation.rulesOn(Aspect.ROOM);
    }

    /** Returns the rules on the students of formed groups. */
    public List<CheckedRuleView> ofMembers() {
        return explanation.rulesOn(Aspect.MEMBERS);
    }

    /** Returns other rules that are broken. */
    public List<CheckedRuleView> others() {
        return explanation.rulesOn(Aspect.OTHER);
    }

    /** Returns the candidates of a seat who could take it without breaking a rule. */
    public List<ExplainedCandidateView> free(ExplainedSeatView seat) {
        return seat.candidates().stream().filter(ExplainedCandidateView::free).toList();
    }

    /** Returns the candidates of a seat who would break a rule in it. */
    public List<ExplainedCandidateView> unfit(ExplainedSeatView seat) {
        return seat.candidates().stream().filter(one -> !one.free()).toList();
    }
}
