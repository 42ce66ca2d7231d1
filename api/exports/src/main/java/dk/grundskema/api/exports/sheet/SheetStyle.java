package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.solver.spi.Colour;
import java.util.Collection;

/** The style sheet that is embedded in every sheet. */
final class SheetStyle {
    /** Text colour on paper and light screens. */
    static final Colour INK = Colour.of(0x1A1C20);

    /** Text colour on dark screens. */
    static final Colour CHALK = Colour.of(0xEDEFF3);

    /** Background colour on dark screens. */
    static final Colour NIGHT = Colour.of(0x15181D);

    private final String fixed;
    private final String meetingStyles;

    SheetStyle(Collection<MeetingStyle> meetingStyles) {
        this.fixed = SharedStyle.baseCss() + SharedStyle.readResource("sheets.css");
        this.meetingStyles = MeetingStyleCss.cssRules(meetingStyles);
    }

    /** Returns the complete CSS for a paper size. */
    String cssFor(PaperFormat paper) {
        return "@page { size: %s; margin: 9mm; }\n".formatted(paper.size()) + fixed + meetingStyles;
    }
}
