package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.solver.spi.Colour;
import java.util.Collection;
import java.util.List;

/** CSS of meeting styles: a pale background and a strip of the colour. The line of the strip differs too, for printers and readers without colour. */
public final class MeetingStyleCss {
    private static final List<String> LINES = List.of("solid", "dashed", "double", "dotted");

    private MeetingStyleCss() {}

    /** Returns rules for classes such as {@code k3}, the style with that number; dark screens get other backgrounds. */
    public static String cssRules(Collection<MeetingStyle> looks) {
        return cssRules(looks, "");
    }

    /**
     * Returns the rules restricted to descendants of an element.
     *
     * @param within selector of the element, followed by a space, such as {@code ".one "}; empty means anywhere
     */
    public static String cssRules(Collection<MeetingStyle> looks, String within) {
        var rules = new StringBuilder();
        looks.forEach(look -> rules.append(rule(look, within)));
        rules.append("@media screen and (prefers-color-scheme: dark) {\n");
        looks.forEach(look -> rules.append(darkRule(look, within)));
        return rules.append("}\n").toString();
    }

    /** Returns the background for dark text. */
    static Colour ground(MeetingStyle look) {
        return look.colour().mixWith(Colour.WHITE, 0.87);
    }

    /** Returns the background for light text, on a dark screen. */
    static Colour darkGround(MeetingStyle look) {
        return look.colour().mixWith(SheetStyle.NIGHT, 0.55);
    }

    private static String rule(MeetingStyle look, String within) {
        return "%s.k%d { background-color: %s; border-left: 1.6mm %s %s; } %s.k%d .x { color: %s; }%n"
                .formatted(
                        within,
                        look.number(),
                        ground(look).hex(),
                        LINES.get(look.number() % LINES.size()),
                        look.colour().hex(),
                        within,
                        look.number(),
                        look.colour().hex())
                .replace("\r", "");
    }

    private static String darkRule(MeetingStyle look, String within) {
        return "%s.k%d { background-color: %s; border-left-color: %s; } %s.k%d .x { color: %s; }%n"
                .formatted(
                        within,
                        look.number(),
                        darkGround(look).hex(),
                        look.colour().mixWith(Colour.WHITE, 0.45).hex(),
                        within,
                        look.number(),
                        SheetStyle.CHALK.hex())
                .replace("\r", "");
    }
}
