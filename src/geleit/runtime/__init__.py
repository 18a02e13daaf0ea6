"""Running the product (German: Betrieb): embedded database, database roles and row security, jobs, health."""
