package dk.grundskema.api.imports.campsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a cell of a base timetable says for some teams: "Hold 1: Dansk MH" beside "Hold 2: Matematik LK".
 *
 * @param teams numbers or letters of the teams, such as {@code 1}; empty means all teams
 * @param text  the text without the teams
 */
record TeamPart(List<String> teams, String text) {
    private static final Pattern TEAMS = Pattern.compile(
            "(?<![\\p{L}\\d])(?:[Hh]old|HOLD|[Tt]eams?|TEAM|[Gg]ruppe|[Gg]roup)\\s*((?:\\d{1,2}|[A-ZÆØÅ])(?:\\s*(?:,|\\+|&|/|-|–|\\bog\\b|\\band\\b)\\s*(?:\\d{1,2}|[A-ZÆØÅ])(?![\\p{L}\\d]|\\s*(?:voks|l(?:æ|ae)rer|adult|staff)))*)(?![\\p{L}\\d])\\s*(?:[:.–-]\\s*)?");
    private static final Pattern NUMBER_OR_LETTER = Pattern.compile("\\d{1,2}|[A-ZÆØÅ]");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}|[A-ZÆØÅ])\\s*[-–]\\s*(\\d{1,2}|[A-ZÆØÅ])");
    private static final List<String> LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
            .codePoints()
            .mapToObj(Character::toString)
            .toList();
    private static final Pattern LINES = Pattern.compile("\\s*(?:\\R|;|\\||\\s/\\s)\\s*");
    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");
    private static final Pattern BEFORE_TEAMS = Pattern.compile("\\s*[,;/+&]?\\s*(?=" + TEAMS.pattern() + ")");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*\\)");

    /** Longer texts name no teams, to bound the cost of the patterns. */
    private static final int LONGEST = 400;

    /** Copies the list. */
    TeamPart {
        teams = List.copyOf(teams);
    }

    /** Returns the parts of a cell, one for each place where it names teams; otherwise the whole cell for all teams. */
    static List<TeamPart> split(String cell) {
        if (cell.length() <= LONGEST && TEAMS.matcher(cell).find()) {
            for (Pattern separator : List.of(LINES, COMMAS, BEFORE_TEAMS)) {
                List<String> texts = separator
                        .splitAsStream(cell)
                        .filter(text -> !text.isBlank())
                        .toList();
                if (texts.stream()
                        .allMatch(text -> TEAMS.matcher(text).results().count() == 1)) {
                    return texts.stream().map(TeamPart::of).toList();
                }
            }
        }
        return List.of(new TeamPart(List.of(), cell));
    }

    private static TeamPart of(String text) {
        Matcher named = TEAMS.matcher(text);
        if (!named.find()) {
            return new TeamPart(List.of(), text);
        }
        String rest = text.substring(0, named.start()) + text.substring(named.end());
        return new TeamPart(
                teams(named.group(1)),
                EMPTY_BRACKETS.matcher(rest).replaceAll("").strip());
    }

    private static List<String> teams(String text) {
        var all = new ArrayList<String>();
        Matcher span = SPAN.matcher(text);
        while (span.find()) {
            all.addAll(teamsBetween(span.group(1), span.group(2)));
        }
        NUMBER_OR_LETTER
                .matcher(text)
                .results()
                .map(one -> one.group().replaceFirst("^0(?=\\d)", ""))
                .forEach(all::add);
        return all.stream().distinct().toList();
    }

    /** Returns the numbers or letters from the first to the last; none if one is a number and the other a letter, or the last comes first. */
    private static List<String> teamsBetween(String first, String last) {
        if (!LETTERS.contains(first) && !LETTERS.contains(last)) {
            return IntStream.rangeClosed(Integer.parseInt(first), Integer.parseInt(last))
                    .mapToObj(String::valueOf)
                    .toList();
        }
        int from = LETTERS.indexOf(first);
        int until = LETTERS.indexOf(last);
        return from < 0 || until < from ? List.of() : LETTERS.subList(from, until + 1);
    }

    /** Whether a team's name is that of a number or letter: "Hold 1" is that of {@code 1}. */
    static boolean isNamed(String name, String team) {
        String plain = name.strip().toUpperCase(Locale.ROOT);
        return plain.equals(team) || plain.matches("(?U)(?:.*\\W)?0?" + Pattern.quote(team));
    }
}
