package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Look;
import dk.grundskema.solver.spi.Colour;
import java.util.Collection;
import java.util.List;

/**
 * The style sheet that every sheet carries in itself. Each look has a pale ground and a strip of its colour, whose line differs too, for
 * printers without colour.
 */
final class Style {
    /** What text is printed in. */
    static final Colour INK = Colour.of(0x1A1C20);

    /** What text is shown in on a dark screen. */
    static final Colour CHALK = Colour.of(0xEDEFF3);

    /** The ground of a dark screen. */
    static final Colour NIGHT = Colour.of(0x15181D);

    private static final List<String> LINES = List.of("solid", "dashed", "double", "dotted");

    private final String fixed;
    private final String looks;

    Style(Collection<Look> looks) {
        this.fixed = HouseStyle.base() + HouseStyle.file("sheets.css");
        var rules = new StringBuilder();
        looks.forEach(look -> rules.append(rule(look)));
        rules.append("@media screen and (prefers-color-scheme: dark) {\n");
        looks.forEach(look -> rules.append(darkRule(look)));
        this.looks = rules.append("}\n").toString();
    }

    /** The ground that dark text stands on. */
    static Colour ground(Look look) {
        return look.colour().mixed(Colour.WHITE, 0.87);
    }

    /** The ground that light text stands on, on a dark screen. */
    static Colour darkGround(Look look) {
        return look.colour().mixed(NIGHT, 0.55);
    }

    private static String rule(Look look) {
        return ".k%d { background-color: %s; border-left: 1.6mm %s %s; } .k%d .x { color: %s; }%n"
                .formatted(
                        look.number(),
                        ground(look).hex(),
                        LINES.get(look.number() % LINES.size()),
                        look.colour().hex(),
                        look.number(),
                        look.colour().hex())
                .replace("\r", "");
    }

    private static String darkRule(Look look) {
        return ".k%d { background-color: %s; border-left-color: %s; } .k%d .x { color: %s; }%n"
                .formatted(
                        look.number(),
                        darkGround(look).hex(),
                        look.colour().mixed(Colour.WHITE, 0.45).hex(),
                        look.number(),
                        CHALK.hex())
                .replace("\r", "");
    }

    /** The whole for one paper. */
    String on(Paper paper) {
        return "@page { size: %s; margin: 9mm; }\n".formatted(paper.size()) + fixed + looks;
    }
}
