package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.api.exports.template.SharedStyle;
import java.util.Collection;

/** The style sheet that is embedded in every sheet. */
final class SheetStyle {
    private final String fixed;
    private final String meetingStyles;

    SheetStyle(Collection<MeetingStyle> meetingStyles) {
        this.fixed = SharedStyle.baseCss() + SharedStyle.readResource(SheetStyle.class, "sheets.css");
        this.meetingStyles = MeetingStyleCss.cssRules(meetingStyles);
    }

    /** Returns the complete CSS for a paper size. */
    String cssFor(PaperFormat paper) {
        return "@page { size: %s; margin: 9mm; }\n".formatted(paper.size()) + fixed + meetingStyles;
    }
}
