package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.api.exports.template.SharedStyle;
import dk.grundskema.solver.spi.Colour;
import java.util.Collection;
import java.util.List;

/** CSS of meeting styles: a pale background and a strip of the colour. The line of the strip differs too, for printers and readers without colour. */
public final class MeetingStyleCss {
    private static final List<String> LINES = List.of("solid", "dashed", "double", "dotted");

    private MeetingStyleCss() {}

    /** Returns rules for classes such as {@code k3}, the style with that number; dark screens get other backgrounds. */
    public static String cssRules(Collection<MeetingStyle> meetingStyles) {
        return cssRules(meetingStyles, "");
    }

    /**
     * Returns the rules restricted to descendants of an element.
     *
     * @param within selector of the element, followed by a space, such as {@code ".one "}; empty means anywhere
     */
    public static String cssRules(Collection<MeetingStyle> meetingStyles, String within) {
        var rules = new StringBuilder();
        meetingStyles.forEach(meetingStyle -> rules.append(rule(meetingStyle, within)));
        rules.append("@media screen and (prefers-color-scheme: dark) {\n");
        meetingStyles.forEach(meetingStyle -> rules.append(darkRule(meetingStyle, within)));
        return rules.append("}\n").toString();
    }

    /** Returns the background for dark text. */
    static Colour backgroundColour(MeetingStyle meetingStyle) {
        return meetingStyle.colour().mixWith(Colour.WHITE, 0.87);
    }

    /** Returns the background for light text, on a dark screen. */
    static Colour darkBackgroundColour(MeetingStyle meetingStyle) {
        return meetingStyle.colour().mixWith(SharedStyle.NIGHT, 0.55);
    }

    private static String rule(MeetingStyle meetingStyle, String within) {
        return "%s.k%d { background-color: %s; border-left: 1.6mm %s %s; } %s.k%d .x { color: %s; }%n"
                .formatted(
                        within,
                        meetingStyle.number(),
                        backgroundColour(meetingStyle).hex(),
                        LINES.get(meetingStyle.number() % LINES.size()),
                        meetingStyle.colour().hex(),
                        within,
                        meetingStyle.number(),
                        meetingStyle.colour().hex())
                .replace("\r", "");
    }

    private static String darkRule(MeetingStyle meetingStyle, String within) {
        return "%s.k%d { background-color: %s; border-left-color: %s; } %s.k%d .x { color: %s; }%n"
                .formatted(
                        within,
                        meetingStyle.number(),
                        darkBackgroundColour(meetingStyle).hex(),
                        meetingStyle.colour().mixWith(Colour.WHITE, 0.45).hex(),
                        within,
                        meetingStyle.number(),
                        SharedStyle.CHALK.hex())
                .replace("\r", "");
    }
}
