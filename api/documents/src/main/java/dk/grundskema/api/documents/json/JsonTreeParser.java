package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON text into a tree. Limits the depth, the number of values and the length of numbers, and reports line and column of each error. */
public final class JsonTreeParser {
    /** Deepest nesting of brackets. */
    public static final int DEEPEST = 64;

    /** Largest number of values in one file. */
    public static final int MOST_VALUES = 1_000_000;

    /** Longest field name, in characters; the name is part of the pointer of every finding within the field. */
    private static final int LONGEST_NAME = 1000;

    /** The parser's own limit on number length is off: this class checks it and reports the place. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(JsonFileReader.LARGEST)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private final JsonParser parser;
    private final ReadFindingCollector findings = new ReadFindingCollector();
    private int values;

    private JsonTreeParser(JsonParser parser) {
        this.parser = parser;
    }

    /** Returns the JSON in a text, or the findings about it. */
    public static ReadResult<Json> parse(String text) {
        if (text.isBlank()) {
            return new ReadResult.Failure<>(List.of(Finding.error("file.empty", "")));
        }
        try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            return new JsonTreeParser(parser).parse();
        }
    }

    /**
     * Checks a tree that was put together from parsed parts.
     *
     * @return the tree with its hash; what {@link #parse(String)} reports about its text if the parts together exceed the limits
     */
    public static ReadResult<Json> check(Json root) {
        return countValues(root, 0) > MOST_VALUES
                ? parse(JsonFormatter.format(root))
                : new ReadResult.Success<>(root, List.of(), CanonicalJson.hash(root));
    }

    /** Returns the number of values in a tree; more than {@link #MOST_VALUES} if it is nested too deeply. */
    private static int countValues(Json json, int depth) {
        return switch (json) {
            case Json.JsonArray list -> countValues(list.elements(), depth + 1);
            case Json.JsonObject structure -> countValues(structure.fields().values(), depth + 1);
            default -> 1;
        };
    }

    private static int countValues(Collection<Json> parts, int depth) {
        int count = depth > DEEPEST ? MOST_VALUES + 1 : 1;
        for (Json part : parts) {
            count = Math.min(count, MOST_VALUES) + countValues(part, depth);
        }
        return count;
    }

    private ReadResult<Json> parse() {
        try {
            parser.nextToken();
            Json root = parseValue(0);
            if (parser.nextToken() != null) {
                report("json.more-after-end", parser.currentTokenLocation());
            }
            return findings.count() == 0
                    ? new ReadResult.Success<>(root, List.of(), CanonicalJson.hash(root))
                    : new ReadResult.Failure<>(findings.reported());
        } catch (AbortParsingException stop) {
            return new ReadResult.Failure<>(findings.reported());
        } catch (JacksonException e) {
            report(findingCodeOf(e), e.getLocation() == null ? parser.currentLocation() : e.getLocation());
            return new ReadResult.Failure<>(findings.reported());
        }
    }

    private static String findingCodeOf(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "json.beyond-limits";
        }
        return e instanceof UnexpectedEndOfInputException
                        || e.getOriginalMessage().contains("end-of-input")
                ? "json.cut"
                : "json.broken"; // Jackson reports some unexpected ends only by the message
    }

    private Json parseValue(int depth) {
        if (++values > MOST_VALUES) {
            report("json.too-many", parser.currentTokenLocation(), MOST_VALUES);
            throw new AbortParsingException();
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> parseObject(depth + 1);
            case START_ARRAY -> parseArray(depth + 1);
            case VALUE_STRING -> new Json.JsonString(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parseNumber();
            case VALUE_TRUE -> new Json.JsonBoolean(true);
            case VALUE_FALSE -> new Json.JsonBoolean(false);
            case VALUE_NULL -> Json.JsonNull.NOTHING;
            default -> throw new IllegalStateException("The parser gave (%s) instead of a value.".formatted(token));
        };
    }

    /** Returns zero for a number beyond the limits, so that parsing continues. */
    private Json parseNumber() {
        Optional<BigDecimal> number = parser.getStringLength() > JsonNumberCodec.MOST_CHARACTERS
                ? Optional.empty()
                : JsonNumberCodec.parse(parser.getString());
        if (number.isEmpty()) {
            TokenStreamLocation place = parser.currentTokenLocation();
            add(Finding.error(
                    "json.number-beyond-limits",
                    parser.streamReadContext().pathAsPointer().toString(),
                    place.getLineNr(),
                    place.getColumnNr(),
                    JsonNumberCodec.MOST_CHARACTERS,
                    JsonNumberCodec.LARGEST_EXPONENT));
        }
        return new Json.JsonNumber(number.orElse(BigDecimal.ZERO));
    }

    private Json parseObject(int depth) {
        checkDepth(depth);
        var fields = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            TokenStreamLocation place = parser.currentTokenLocation();
            parser.nextToken();
            if (fields.putIfAbsent(name, parseValue(depth)) != null) {
                add(Finding.error(
                        "json.field-twice", "", ScalarReader.shorten(name), place.getLineNr(), place.getColumnNr()));
            }
        }
        return new Json.JsonObject(fields);
    }

    private Json parseArray(int depth) {
        checkDepth(depth);
        var elements = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(parseValue(depth));
        }
        return new Json.JsonArray(elements);
    }

    private void checkDepth(int depth) {
        if (depth > DEEPEST) {
            report("json.too-deep", parser.currentTokenLocation(), DEEPEST);
            throw new AbortParsingException();
        }
    }

    private void report(String code, TokenStreamLocation place, Object... more) {
        var arguments = new ArrayList<Object>(List.of(place.getLineNr(), place.getColumnNr()));
        arguments.addAll(List.of(more));
        findings.add(Finding.error(code, "", arguments.toArray()));
    }

    /** Adds a finding and continues parsing, unless the collector is full. */
    private void add(Finding finding) {
        findings.add(finding);
        if (findings.isFull()) {
            throw new AbortParsingException();
        }
    }

    /** Aborts parsing when continuing would cost too much; the findings so far are kept. */
    private static final class AbortParsingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AbortParsingException() {
            super(null, null, false, false);
        }
    }
}
