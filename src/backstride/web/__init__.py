"""The web application: pages, accounts and stored facts around the pure core. Nothing else imports it."""
