package dk.grundskema.api.imports.systems.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of an XML file.
 *
 * @param name       local name
 * @param attributes stripped attribute values by name
 * @param text       its own text, stripped; empty means none
 * @param children   child elements in order
 * @param line       line on which its start tag ends, from 1
 */
public record XmlElement(
        String name, Map<String, String> attributes, String text, List<XmlElement> children, int line) {
    /** Returns the children with a name. */
    public Stream<XmlElement> childrenNamed(String child) {
        return children.stream().filter(each -> each.name.equals(child));
    }

    /** Returns the grandchildren named {@code row} in children named {@code list}. */
    public Stream<XmlElement> rows(String list, String row) {
        return childrenNamed(list).flatMap(each -> each.childrenNamed(row));
    }

    /** Returns the text of the first child with a name; empty if there is none. */
    public String childText(String child) {
        return childrenNamed(child).map(XmlElement::text).findFirst().orElse("");
    }

    /** Returns the value of an attribute; empty if there is none. */
    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }
}
