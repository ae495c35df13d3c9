import { Link } from "@tanstack/react-router";
import own from "./recognition.module.css";

/** An exemplar by its name, where it opens. */
export const ExemplarLink = ({ id, name }: { id: string; name: string }) => (
  <Link to="/exemplars/$exemplarId" params={{ exemplarId: id }} className={own["name"]}>
    {name}
  </Link>
);
