package dk.grundskema.api.service.timetable;

import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.timetable.ExplanationViews.Aspect;
import dk.grundskema.api.service.timetable.ExplanationViews.CheckedRuleView;
import dk.grundskema.api.service.timetable.ExplanationViews.ExplainedCandidateView;
import dk.grundskema.api.service.timetable.ExplanationViews.ExplainedSeatView;
import dk.grundskema.api.service.timetable.ExplanationViews.ExplanationView;
import java.time.LocalDate;
import java.util.List;

/**
 * Model of the page that explains a meeting.
 *
 * @param back        address of the timetable
 * @param explanation the explanation
 */
record ExplanationPage(String back, ExplanationView explanation) {
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

    /** Returns the rules on the time. */
    public List<CheckedRuleView> ofTime() {
        return explanation.rulesOn(Aspect.TIME);
    }

    /** Returns the rules on the room. */
    public List<CheckedRuleView> ofRoom() {
        return explanation.rulesOn(Aspect.ROOM);
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
